import { onTestFinished } from 'vitest'
import { createPool } from '../src/platform/db/pool.ts'
import { startWorker } from '../src/platform/jobs/worker.ts'
import { createLogger } from '../src/platform/logging.ts'
import type { Mailer } from '../src/platform/mail/mailer.ts'
import type { Storage } from '../src/platform/storage/storage.ts'
import { jobHandlers } from '../src/worker.ts'
import type { TestApp } from './test-app.ts'

type With = { mailer?: Mailer; storage?: Storage; log?: (line: string) => void }

/** Does the jobs of an app as a server does, to the end of the test. */
export async function workOnJobs(
  crm: TestApp,
  { mailer, storage, log = () => {} }: With = {},
): Promise<void> {
  const pool = createPool({
    url: crm.database.url,
    size: 4,
    statementTimeoutMs: 5_000,
    name: 'queue',
    onError: () => {},
  })
  const outbox: Mailer = {
    async send(mail) {
      crm.outbox.push(mail)
    },
    close() {},
  }
  const worker = await startWorker({
    pool,
    logger: createLogger({ LOG_LEVEL: 'debug' }, { write: log }),
    concurrency: 2,
    schedules: [],
    handlers: jobHandlers({
      auth: crm.auth,
      mailer: mailer ?? outbox,
      storage: storage ?? crm.storage,
      publicUrl: crm.config.PUBLIC_URL,
    }),
  })
  onTestFinished(async () => {
    await worker.stop()
    await pool.end()
  })
}

export type WaitingJob = {
  task: string
  attempts: number
  max_attempts: number
  last_error: string | null
  is_held: boolean
  is_later: boolean
}

/** What waits in the queue. */
export async function waitingJobs(crm: TestApp): Promise<WaitingJob[]> {
  const { rows } = await crm.database.pool.query<WaitingJob>(
    `select task_identifier as task, attempts, max_attempts, last_error, locked_at is not null as is_held,
       run_at > now() as is_later from graphile_worker.jobs order by id`,
  )
  return rows
}

/** As if the time had come to try again what failed. */
export const hurry = (crm: TestApp) =>
  crm.database.pool.query('update graphile_worker._private_jobs set run_at = now()')
