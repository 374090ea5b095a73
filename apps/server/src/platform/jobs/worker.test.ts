import { expect, onTestFinished, test } from 'vitest'
import { type TestDatabase, useTestDatabase } from '../../../test/database.ts'
import { createPool } from '../db/pool.ts'
import { createLogger } from '../logging.ts'
import { enqueue } from './enqueue.ts'
import { startWorker } from './worker.ts'

const logger = createLogger({ LOG_LEVEL: 'silent' })

/** A worker that notes the payloads it was given. */
async function start({ url }: TestDatabase, handle: (number: number) => Promise<void> = async () => {}) {
  const pool = createPool({ url, size: 4, statementTimeoutMs: 5_000, name: 'queue', onError: () => {} })
  const done: number[] = []
  const worker = await startWorker({
    pool,
    logger,
    concurrency: 2,
    schedules: [],
    handlers: {
      async 'end-sessions'({ number }) {
        done.push(Number(number))
        await handle(Number(number))
      },
    },
  })
  onTestFinished(async () => {
    await worker.stop()
    await pool.end()
  })
  return { done, worker }
}

const ask = ({ db }: TestDatabase, number: number) =>
  db.transaction().execute((tx) => enqueue(tx, 'end-sessions', { number }))

const left = async ({ pool }: TestDatabase) =>
  (
    await pool.query(
      'select attempts, last_error, locked_at is not null as is_held from graphile_worker.jobs',
    )
  ).rows

test('the connection dies while a job is said to be done: it is said again, and the job was done once', async () => {
  const database = await useTestDatabase()
  // A sequence remembers although the transaction does not.
  await database.pool.query(`
    create sequence deaths;
    create function die_once() returns trigger language plpgsql as $$
    begin
      if nextval('deaths') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
      return old;
    end $$;
    create trigger die_once before delete on graphile_worker._private_jobs for each row execute function die_once()`)
  await ask(database, 1)
  const { done } = await start(database)
  await expect.poll(() => left(database), { timeout: 10_000 }).toEqual([])
  expect(done).toEqual([1])
})

test('a worker that ended by itself is started again', async () => {
  const database = await useTestDatabase()
  const { done } = await start(database)
  await ask(database, 1)
  await expect.poll(() => done, { timeout: 5_000 }).toEqual([1])
  const { worker_ids: before } = (await database.pool.query('select worker_ids from worker_processes'))
    .rows[0]
  // What the queue takes as the order to end: a newer version has changed its tables.
  await database.pool.query(`select pg_notify('worker:migrate', '{"breaking": true}')`)
  const names = async () =>
    (await database.pool.query('select worker_ids from worker_processes')).rows[0].worker_ids
  await expect.poll(names, { timeout: 10_000 }).not.toEqual(before)
  await ask(database, 2)
  await expect.poll(() => done, { timeout: 10_000 }).toEqual([1, 2])
  process.exitCode = 0
})

test('a job that fails says neither why in words nor what it was about, and is tried again', async () => {
  const database = await useTestDatabase()
  await ask(database, 1)
  const { done } = await start(database, async () => {
    throw Object.assign(new Error('no such customer ama@example.com'), { code: 'EENVELOPE' })
  })
  await expect.poll(() => done).toEqual([1])
  await expect
    .poll(() => left(database))
    .toEqual([{ attempts: 1, last_error: expect.any(String), is_held: false }])
  const [{ last_error }] = await left(database)
  expect(last_error).toContain('EENVELOPE')
  expect(last_error).not.toContain('ama@')
})

test('when it stops, a job that goes on is given back, and its name is gone', async () => {
  const database = await useTestDatabase()
  await ask(database, 1)
  const { done, worker } = await start(database, () => new Promise(() => {}))
  await expect.poll(() => done).toEqual([1])
  await worker.stop()
  expect(await left(database)).toEqual([{ attempts: 1, last_error: null, is_held: false }])
  expect((await database.pool.query('select from worker_processes')).rows).toEqual([])
})
