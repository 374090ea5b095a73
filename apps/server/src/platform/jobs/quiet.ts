import { Logger as WorkerLogger } from 'graphile-worker'
import { describeError, type Logger } from '../logging.ts'
import type { JobPayload } from './enqueue.ts'

type Handle = (payload: JobPayload) => Promise<unknown>

/** The queue keeps and logs what a failed job says; what a mail server or the database says may name a person. */
export const withoutWords =
  (name: string, handle: Handle) =>
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

/** What the queue says of itself, in our log. */
export function workerLogger(logger: Logger): WorkerLogger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
  return new WorkerLogger(
    () => (level, message) => logger[levels[level as keyof typeof levels] ?? 'debug'](message),
  )
}
