import { once } from 'node:events'
import net from 'node:net'
import { sql } from 'kysely'
import type pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { takeQuota } from '../limits/quota.ts'
import { createDb } from './db.ts'
import { onlyReads } from './only-reads.ts'
import { createPool, type PoolOptions } from './pool.ts'

function open(options: Partial<PoolOptions> & { url: string }) {
  const pool = createPool({ size: 2, statementTimeoutMs: 600, name: 'tested', onError: () => {}, ...options })
  onTestFinished(() => pool.end())
  return { pool, db: createDb(pool) }
}

/** Takes connections and never says a word. */
async function silentServer(): Promise<string> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => sockets.add(socket.on('error', () => {})))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `postgres://crm:crm@127.0.0.1:${(server.address() as net.AddressInfo).port}/crm`
}

test('a hundred attempts to connect in vain leave nothing behind', async () => {
  const { pool, db } = open({ url: await silentServer(), size: 50 })
  const attempts = await Promise.allSettled(Array.from({ length: 100 }, () => sql`select 1`.execute(db)))
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toEqual([])
  await expect
    .poll(() => [pool.totalCount, pool.idleCount, pool.waitingCount], { timeout: 5_000 })
    .toEqual([0, 0, 0])
})

test('an error inside a transaction gives the connection back clean', async () => {
  const { url } = await useTestDatabase()
  const { pool, db } = open({ url, size: 1 })
  for (let round = 0; round < 20; round += 1) {
    const attempt = db.transaction().execute(async (tx) => {
      await sql`create temporary table half (done integer)`.execute(tx)
      throw new Error('a bug')
    })
    await expect(attempt).rejects.toThrow('a bug')
  }
  expect((await sql`select to_regclass('half') as half`.execute(db)).rows).toEqual([{ half: null }])
  expect([pool.totalCount, pool.idleCount]).toEqual([1, 1])
})

test('a connection that dies inside a transaction is not used again, and the next transaction works', async () => {
  const { url } = await useTestDatabase()
  const { pool, db } = open({ url, size: 1 })
  const attempt = db
    .transaction()
    .execute((tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx))
  await expect(attempt).rejects.toThrow(/terminat/)
  await db.transaction().execute((tx) => sql`select 1`.execute(tx))
  expect(pool.totalCount).toBe(1)
})

test('reads and beginnings are asked again when all connections have died', async () => {
  const { url, pool: other } = await useTestDatabase()
  const { pool, db } = open({ url })
  const killAll = async () => {
    const clients = await Promise.all([pool.connect(), pool.connect()])
    for (const client of clients) client.release()
    await other.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tested'",
    )
  }
  await killAll()
  expect((await sql`${onlyReads} select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  await killAll()
  expect(await db.selectFrom('sessions').select('id').execute()).toEqual([])
  await killAll()
  await db.transaction().execute((tx) => sql`select 1`.execute(tx))
})

/** The first statement is done, but its answer gets lost with its connection. */
function loseFirstAnswer(url: string) {
  const { pool, db } = open({ url })
  let asked = 0
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (config: pg.QueryConfig) => Promise<pg.QueryResult>
    client.query = (async (config: pg.QueryConfig) => {
      asked += 1
      const result = await query(config)
      if (asked === 1) throw new Error('Connection terminated unexpectedly')
      return result
    }) as typeof client.query
  })
  return { db, asked: () => asked }
}

describe('when the answer to a statement is lost', () => {
  const quota = { limit: 10, windowMs: 3_600_000 }
  const lost = 'Connection terminated unexpectedly'

  test('what takes from a quota is not asked again: it fails, and counts once', async () => {
    const { url, pool } = await useTestDatabase()
    const { db, asked } = loseFirstAnswer(url)
    await expect(takeQuota(db, 'somebody', quota)).rejects.toThrow(lost)
    expect(asked()).toBe(1)
    const { rows } = await pool.query('select sum(amount)::int as used from quota_grants')
    expect(rows).toEqual([{ used: 1 }])
  })

  test('raw SQL that does not say that it only reads is taken for a write', async () => {
    const { url } = await useTestDatabase()
    for (const statement of [sql`select 1`, sql`with one as (select 1) select * from one`]) {
      const { db, asked } = loseFirstAnswer(url)
      await expect(statement.execute(db)).rejects.toThrow(lost)
      expect(asked()).toBe(1)
    }
  })

  test('a select with a write in it is a write, a select with a select in it is a read', async () => {
    const { url } = await useTestDatabase()
    const deleting = loseFirstAnswer(url)
    const write = deleting.db
      .with('gone', (query) => query.deleteFrom('sessions').returning('id'))
      .selectFrom('gone')
      .select('id')
    await expect(write.execute()).rejects.toThrow(lost)
    expect(deleting.asked()).toBe(1)

    const reading = loseFirstAnswer(url)
    const read = reading.db
      .with('found', (query) => query.selectFrom('sessions').select('id'))
      .selectFrom('found')
      .select('id')
    expect(await read.execute()).toEqual([])
    expect(reading.asked()).toBe(2)
  })
})

test('when a lost read finds no other connection, nothing is given back twice', async () => {
  const { url } = await useTestDatabase()
  const { pool, db } = open({ url, size: 1 })
  const connect = pool.connect.bind(pool)
  let left = 1
  pool.connect = (() => (left-- > 0 ? connect() : Promise.reject(new Error('none')))) as typeof pool.connect
  await expect(sql`${onlyReads} select pg_terminate_backend(pg_backend_pid())`.execute(db)).rejects.toThrow(
    'none',
  )
  expect(pool.totalCount).toBe(0)
})

test('a refused write ends every connection at once, those too that idle or are lent', async () => {
  const { url, pool: other } = await useTestDatabase()
  const { pool, db } = open({ url, size: 4 })
  const [lent, listening, ...idle] = await Promise.all([1, 2, 3, 4].map(() => pool.connect()))
  for (const client of idle) client.release()
  await listening?.query('listen something')
  lent?.on('error', () => {})
  listening?.on('error', () => {})
  const write = sql`create table refused ()`
  const refused = db.connection().execute(async (one) => {
    await sql`set default_transaction_read_only = on`.execute(one)
    await write.execute(one)
  })
  await expect(refused).rejects.toMatchObject({ code: '25006' })
  const count = "select count(*)::int from pg_stat_activity where application_name = 'tested'"
  await expect.poll(async () => (await other.query(count)).rows).toEqual([{ count: 0 }])
  lent?.release()
  listening?.release()
  await write.execute(db)
})
