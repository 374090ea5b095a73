import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Logger } from '../logging.ts'

const beatEveryMs = 10_000
/** Three beats missed: that process is gone, and its jobs are free. */
const goneAfterSeconds = 30

/**
 * The queue itself waits four hours before it takes a job from a worker that died. So every process says that it is
 * there every ten seconds, and frees the jobs of those that no longer do: taken over within 45 s.
 */
export async function announceWorker(
  pool: pg.Pool,
  workerIds: ReadonlySet<string>,
  logger: Logger,
): Promise<{ leave(): Promise<void> }> {
  const id = randomUUID()

  const beat = async () => {
    await pool.query(
      `insert into worker_processes (id, worker_ids) values ($1, $2)
       on conflict (id) do update set worker_ids = excluded.worker_ids, last_seen_at = now()`,
      [id, [...workerIds]],
    )
    const { rowCount } = await pool.query(
      `with gone as (
         delete from worker_processes where last_seen_at < now() - make_interval(secs => $1) returning worker_ids
       )
       select graphile_worker.force_unlock_workers(array_agg(worker_id))
       from gone, unnest(gone.worker_ids) as worker_id having count(*) > 0`,
      [goneAfterSeconds],
    )
    if (rowCount) logger.warn('took over the jobs of a worker that is gone')
  }
  const beatOrSay = () =>
    beat().catch((error: unknown) => logger.warn({ err: error }, 'a heartbeat was missed'))

  await beat()
  const timer = setInterval(beatOrSay, beatEveryMs)
  // The first workers exist a moment after this; their names must be known should we die early.
  const early = setTimeout(beatOrSay, 500)

  return {
    async leave() {
      clearInterval(timer)
      clearTimeout(early)
      await pool.query('delete from worker_processes where id = $1', [id])
    },
  }
}
