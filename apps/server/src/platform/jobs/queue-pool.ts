import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { isUnanswered, isUnavailable } from '../db/database-errors.ts'

/**
 * graphile-worker says once more that a job is done only after errors with certain codes, and lets any other end the
 * process; that a connection died is not among them. Its statements may be repeated, so these errors get a code it
 * knows: it then tries again after 50 ms to 5 s, a hundred times (`RETRYABLE_ERROR_CODES` in its lib.ts).
 */
const retriedCode = '40001'
const connectAgainMs = 500

/** Makes a pool that waits as long as the database is away, and whose statements are then tried again. */
export function retryWhenLost(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool)
  const untilConnected = async () => {
    for (;;) {
      try {
        return await connect()
      } catch (error) {
        // The process is about to end: who still waits for a connection will not be missed.
        if (pool.ending) return new Promise<never>(() => {})
        if (!isUnavailable(error)) throw error
        await wait(connectAgainMs)
      }
    }
  }
  pool.connect = ((callback?: Parameters<typeof connect>[0]) =>
    callback ? connect(callback) : untilConnected()) as typeof pool.connect

  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const answer = query(...given)
      return answer instanceof Promise ? answer.catch((error) => tellToRetry(error, client)) : answer
    }) as typeof client.query
  })
}

function tellToRetry(cause: unknown, client: pg.Client): never {
  // Its user gives it back as if it were well, and the next one would wait behind the statement without an answer.
  if (isUnanswered(cause)) void client.end()
  if (!isUnavailable(cause)) throw cause
  throw Object.assign(new Error('The database is away.', { cause }), { code: retriedCode })
}
