import { EventEmitter } from 'node:events'
import { parseCronItems, type Runner, run, type WorkerEvents, Logger as WorkerLogger } from 'graphile-worker'
import type pg from 'pg'
import { describeError, type Logger } from '../logging.ts'
import type { JobPayload } from './enqueue.ts'
import { announceWorker } from './heartbeat.ts'

export type JobHandler = (payload: JobPayload) => Promise<void>

export type Schedule = {
  name: string
  /** Cron in UTC: minute, hour, day, month, weekday. */
  at: string
  run: () => Promise<void>
}

export type WorkerOptions = {
  pool: pg.Pool
  handlers: Record<string, JobHandler>
  schedules: Schedule[]
  logger: Logger
  /** Jobs at once. */
  concurrency: number
}

export type Worker = {
  /** Lets running jobs end (5 s), gives the others back at once, resolves when all is quiet. */
  stop(): Promise<void>
}

/** Works on jobs until stopped. A job whose worker died is taken over within a minute; see `heartbeat.ts`. */
export async function startWorker({
  pool,
  handlers,
  schedules,
  logger,
  concurrency,
}: WorkerOptions): Promise<Worker> {
  const workerIds = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId))
  const presence = await announceWorker(pool, workerIds, logger)

  const runner: Runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    events,
    logger: workerLogger(logger),
    taskList: Object.fromEntries([
      ...Object.entries(handlers).map(([name, handle]) => [name, withoutWords(name, handle)]),
      ...schedules.map(({ name, run }) => [name, withoutWords(name, run)]),
    ]),
    parsedCronItems: parseCronItems(
      schedules.map(({ name, at }) => ({ task: name, match: at, identifier: name })),
    ),
  })

  return {
    async stop() {
      await runner
        .stop()
        .catch((error: unknown) => logger.warn({ err: error }, 'the worker did not stop cleanly'))
      await presence.leave()
    },
  }
}

/** The queue keeps and logs what a failed job says; what a mail server or the database says may name a person. */
const withoutWords =
  (name: string, handle: JobHandler | (() => Promise<void>)) =>
  async (payload: unknown): Promise<void> => {
    try {
      await handle(payload as JobPayload)
    } catch (error) {
      const failure = new Error(
        `${name} failed: ${JSON.stringify({ ...describeError(error), at: undefined })}`,
      )
      failure.stack = failure.message
      throw failure
    }
  }

function workerLogger(logger: Logger): WorkerLogger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
  return new WorkerLogger(
    () => (level, message) => logger[levels[level as keyof typeof levels] ?? 'debug'](message),
  )
}
