import { once } from 'node:events'
import net from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { createDb } from './db.ts'
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

test('reads and beginnings are asked again when all connections have died, writes are not', async () => {
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
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  await killAll()
  await db.transaction().execute((tx) => sql`select 1`.execute(tx))
})

test('when a lost read finds no other connection, nothing is given back twice', async () => {
  const { url } = await useTestDatabase()
  const { pool, db } = open({ url, size: 1 })
  const connect = pool.connect.bind(pool)
  let left = 1
  pool.connect = (() => (left-- > 0 ? connect() : Promise.reject(new Error('none')))) as typeof pool.connect
  await expect(sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)).rejects.toThrow('none')
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
