import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { enqueue } from '../../src/platform/jobs/enqueue.ts'
import { useTestDatabase } from '../database.ts'
import { type Outcome, startLoad } from './load.ts'
import { halfWrites, lostWrites, register } from './people.ts'
import { faultSeconds, startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

test('a transaction that is rolled back after it asked for a job leaves no job', async () => {
  const { db, pool } = await useTestDatabase()
  const refusal = new Error('changed our mind')
  const attempt = db.transaction().execute(async (tx) => {
    await enqueue(tx, 'send-verification-mail', { customer_id: randomUUID() })
    throw refusal
  })
  await expect(attempt).rejects.toThrow(refusal)
  expect((await pool.query('select * from graphile_worker.jobs')).rows).toEqual([])
})

test('however often the server is killed while people register, everybody who is there has a mail or a job for it', async () => {
  const { url, pool } = await useTestDatabase()
  const sink = await startSmtpSink()
  const outcomes: Outcome[] = []
  const rounds = Math.max(3, Math.round(faultSeconds / 2))
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer({ env: { DATABASE_URL: url, ...sink.env } })
    const load = startLoad(20, () => register(server))
    await wait(400 + Math.random() * 1_200)
    server.signal('SIGKILL')
    await server.ended
    outcomes.push(...(await load.stop()))
  }
  expect(outcomes.filter(({ status }) => status === 201).length).toBeGreaterThan(5)
  expect(await lostWrites(pool, outcomes)).toEqual([])
  expect(await halfWrites(pool, sink.recipients)).toEqual([])

  const { rows } = await pool.query('select email from customers')
  const customers = new Set(rows.map((row) => row.email))
  expect(sink.recipients.filter((address) => !customers.has(address))).toEqual([])
  const orphans = `select jobs.id from graphile_worker._private_jobs as jobs
    where not exists (select from customers where customers.id::text = jobs.payload ->> 'customer_id')`
  expect((await pool.query(orphans)).rows).toEqual([])
}, 120_000)
