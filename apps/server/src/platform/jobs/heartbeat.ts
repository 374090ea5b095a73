import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Logger } from '../logging.ts'

const beatEveryMs = 10_000
/** Who could not say for so long that it is there takes no job until it can: others may think it gone. */
const trustedForMs = 20_000
/** Three beats missed: that process is gone, and its jobs are free. */
const goneAfterSeconds = 30

export type Presence = {
  /** From now on jobs are taken under this name; resolves when everybody can know. */
  announce(name: string): Promise<void>
  /** Jobs are no longer taken under this name, and those that are still held under it are free. */
  withdraw(name: string): Promise<void>
  /** Resolves as soon as a job may be taken: at once, unless the last heartbeats were missed. */
  untilTrusted(): Promise<void>
  leave(): Promise<void>
}

/**
 * The queue itself waits four hours before it takes a job from a worker that died. So every process says every ten
 * seconds under which names it takes jobs, before it takes the first, and frees the jobs of those that no longer say so:
 * taken over within 45 s.
 */
export function joinWorkers(pool: pg.Pool, logger: Logger): Presence {
  const id = randomUUID()
  const names = new Set<string>()
  let lastBeatAt = Number.NEGATIVE_INFINITY
  let waiting: (() => void)[] = []

  const release = () => {
    const free = waiting
    waiting = []
    for (const go of free) go()
  }
  const beat = async () => {
    const startedAt = performance.now()
    await pool.query(
      `insert into worker_processes (id, worker_ids) values ($1, $2)
       on conflict (id) do update set worker_ids = excluded.worker_ids, last_seen_at = now()`,
      [id, [...names]],
    )
    lastBeatAt = startedAt
    release()
    if (await freeJobsOfTheGone(pool)) logger.warn('took over the jobs of a worker that is gone')
  }
  const beatOrSay = () =>
    beat().catch((error: unknown) => logger.warn({ err: error }, 'a heartbeat was missed'))
  const timer = setInterval(beatOrSay, beatEveryMs)

  return {
    async announce(name) {
      names.add(name)
      await beat()
    },
    async withdraw(name) {
      names.delete(name)
      await pool.query('select graphile_worker.force_unlock_workers($1)', [[name]])
    },
    untilTrusted() {
      if (performance.now() - lastBeatAt < trustedForMs) return Promise.resolve()
      return new Promise((resolve) => waiting.push(resolve))
    },
    async leave() {
      clearInterval(timer)
      release()
      await pool.query('delete from worker_processes where id = $1', [id])
    },
  }
}

/** Both at once: a name is forgotten only with its jobs. */
async function freeJobsOfTheGone(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with gone as (
       delete from worker_processes where last_seen_at < now() - make_interval(secs => $1) returning worker_ids
     )
     select graphile_worker.force_unlock_workers(array_agg(worker_id))
     from gone, unnest(gone.worker_ids) as worker_id having count(*) > 0`,
    [goneAfterSeconds],
  )
  return rowCount !== null && rowCount > 0
}
