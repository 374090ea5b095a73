import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { parseCronItems, type Runner, run, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from '../logging.ts'
import type { JobPayload } from './enqueue.ts'
import { joinWorkers, type Presence } from './heartbeat.ts'
import { retryWhenLost } from './queue-pool.ts'
import { withoutWords, workerLogger } from './quiet.ts'

export type JobHandler = (payload: JobPayload) => Promise<void>

export type Schedule = {
  name: string
  /** Cron in UTC: minute, hour, day, month, weekday. */
  at: string
  run: () => Promise<unknown>
}

export type WorkerOptions = {
  /** For the queue's own statements, not shared: two connections more than `concurrency`, and short time limits. */
  pool: pg.Pool
  handlers: Record<string, JobHandler>
  schedules: Schedule[]
  logger: Logger
  /** Jobs at once. */
  concurrency: number
}

export type Worker = {
  /** Lets running jobs end (3 s), gives the others back, resolves when all is quiet. */
  stop(): Promise<void>
}

const lastJobsMs = 3_000
const startAgainAfterMs = 1_000

/** Works on jobs until stopped. A job whose worker died is taken over within a minute; see `heartbeat.ts`. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { logger } = options
  retryWhenLost(options.pool)
  const presence = joinWorkers(options.pool, logger)
  const stopping = new AbortController()
  let current = await startRunner(options, presence)

  // Should the queue's runner ever end by itself, the next one takes its place.
  const kept = (async () => {
    for (;;) {
      await Promise.race([current.ended, untilAborted(stopping.signal)])
      if (stopping.signal.aborted) return
      logger.error('the worker ended by itself and is started again')
      current = await startAgain(options, presence, stopping.signal, current)
    }
  })()

  return {
    async stop() {
      stopping.abort()
      await kept
      await Promise.race([current.runner.stop().catch(() => {}), wait(lastJobsMs, undefined, { ref: false })])
      await current
        .release()
        .then(() => presence.leave())
        .catch((error: unknown) => logger.warn({ err: error }, 'the worker could not say that it leaves'))
    },
  }
}

type Running = { runner: Runner; ended: Promise<void>; release(): Promise<void> }

async function startRunner(
  { pool, handlers, schedules, logger, concurrency }: WorkerOptions,
  presence: Presence,
): Promise<Running> {
  const events: WorkerEvents = new EventEmitter()
  let name = ''
  let announced = Promise.resolve()
  // Jobs are held under the name of the pool of workers, which exists a moment before it looks for the first.
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id
    announced = presence.announce(name)
  })
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    events,
    // Asked before every job: the place to wait until our name is known.
    forbiddenFlags: () => presence.untilTrusted().then(() => []),
    logger: workerLogger(logger),
    taskList: Object.fromEntries([
      ...Object.entries(handlers).map(([job, handle]) => [job, withoutWords(job, handle)]),
      ...schedules.map(({ name, run }) => [name, withoutWords(name, run)]),
    ]),
    parsedCronItems: parseCronItems(
      schedules.map(({ name, at }) => ({ task: name, match: at, identifier: name })),
    ),
  })
  const ended = runner.promise.then(
    () => {},
    (error: unknown) => logger.error({ err: error }, 'the worker failed'),
  )
  await announced
  return { runner, ended, release: () => presence.withdraw(name) }
}

async function startAgain(
  options: WorkerOptions,
  presence: Presence,
  signal: AbortSignal,
  last: Running,
): Promise<Running> {
  let current = last
  while (!signal.aborted) {
    await wait(startAgainAfterMs)
    try {
      await last.release()
      current = await startRunner(options, presence)
      break
    } catch (error) {
      options.logger.warn({ err: error }, 'the worker could not be started again yet')
    }
  }
  return current
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
