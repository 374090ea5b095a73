import type { JobName } from '@crm/contract'
import type pg from 'pg'
import {
  type AuthContext,
  authJobs,
  deleteOldSessions,
  deleteOldTokens,
  forgetOldAttempts,
} from './modules/auth/index.ts'
import {
  customersJobs,
  emptyTrash,
  foldFacetTallies,
  foldTallies,
  forgetOldBatches,
  forgetOldFormerEmails,
  removeStrayPictures,
} from './modules/customers/index.ts'
import { jobsAtOnce } from './parts.ts'
import type { Db } from './platform/db/db.ts'
import { type JobHandler, type Schedule, startWorker, type Worker } from './platform/jobs/worker.ts'
import { forgetOldQuota } from './platform/limits/quota.ts'
import type { Logger } from './platform/logging.ts'
import type { Mailer } from './platform/mail/mailer.ts'
import type { Storage } from './platform/storage/storage.ts'

export type BackgroundParts = {
  /** For the queue's own statements. */
  queue: pg.Pool
  /** For what the clock asks for, which may take longer than a job. */
  scheduleDb: Db
  auth: Pick<AuthContext, 'db' | 'makeToken'>
  mailer: Mailer
  storage: Storage
  publicUrl: string
  logger: Logger
}

/** What follows from events: who does which job. */
export const jobHandlers = ({
  auth,
  mailer,
  storage,
  publicUrl,
}: Pick<BackgroundParts, 'auth' | 'mailer' | 'storage' | 'publicUrl'>): Record<JobName, JobHandler> => ({
  ...authJobs({ ...auth, mailer, publicUrl }),
  ...customersJobs({ db: auth.db, storage }),
})

/** Everything that is done in the background: what follows from events, and what the clock asks for. */
export function startBackgroundWork({
  queue,
  scheduleDb: db,
  auth,
  mailer,
  storage,
  publicUrl,
  logger,
}: BackgroundParts): Promise<Worker> {
  const handlers = jobHandlers({ auth, mailer, storage, publicUrl })
  const schedules: Schedule[] = [
    { name: 'fold-tallies', at: '*/10 * * * *', run: () => foldTallies(db) },
    { name: 'fold-facet-tallies', at: '5,15,25,35,45,55 * * * *', run: () => foldFacetTallies(db) },
    { name: 'forget-quotas', at: '17 * * * *', run: () => forgetOldQuota(db) },
    { name: 'forget-sign-in-attempts', at: '22 * * * *', run: () => forgetOldAttempts(db) },
    { name: 'forget-links', at: '27 * * * *', run: () => deleteOldTokens(db) },
    { name: 'forget-sessions', at: '32 * * * *', run: () => deleteOldSessions(db) },
    { name: 'remove-strays', at: '* * * * *', run: () => removeStrayPictures(db, storage) },
    { name: 'forget-batches', at: '50 8 * * *', run: () => forgetOldBatches(db) },
    { name: 'forget-former-emails', at: '10 8 * * *', run: () => forgetOldFormerEmails(db) },
    { name: 'empty-trash', at: '30 8 * * *', run: () => emptyTrash(db) },
  ]
  return startWorker({ pool: queue, handlers, schedules, logger, concurrency: jobsAtOnce })
}
