import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { call, startLoad, tally } from './load.ts'
import { api, lostWrites, register, signUpMany, writeCity } from './people.ts'
import { faultSeconds, startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

const everySession = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`

test('with every database session ended every five seconds, hardly a request fails and nothing that was confirmed is lost', async () => {
  const { url, pool } = await useTestDatabase()
  const sink = await startSmtpSink()
  const server = await startServer({ env: { DATABASE_URL: url, ...sink.env } })
  const tokens = await signUpMany(server, 20)
  const tokenAt = (turn: number) => tokens[turn % tokens.length] ?? ''
  let turn = 0
  const reads = startLoad(50, () => call(api(server, 'profile/'), { token: tokenAt(turn++) }))
  const writes = startLoad(50, () => writeCity(server, tokenAt(turn++)))
  // Registrations too, so that jobs run while it happens.
  const registrations = startLoad(1, () => register(server))
  for (let round = 0; round < Math.max(2, faultSeconds / 5); round += 1) {
    await wait(faultSeconds > 10 ? 5_000 : 2_500)
    await pool.query(everySession)
  }
  await wait(1_000)
  // Often enough to hit reads on their way: those are asked again.
  const manyReads = startLoad(200, () => call(api(server, 'profile/'), { token: tokenAt(turn++) }))
  const changed = [...(await writes.stop()), ...(await registrations.stop())]
  const outcomes = [...changed, ...(await reads.stop())]
  for (let round = 0; round < 30; round += 1) {
    await wait(100)
    await pool.query(everySession)
  }
  const read = await manyReads.stop()
  const unread = read.filter(({ status }) => status !== 200)
  expect(unread.length / read.length, JSON.stringify(tally(read))).toBeLessThanOrEqual(0.01)

  const failed = outcomes.filter(({ status }) => status !== 200 && status !== 201)
  expect(failed.length / outcomes.length, JSON.stringify(tally(outcomes))).toBeLessThanOrEqual(0.02)
  for (const { status, headers } of failed) expect([status, headers['retry-after']]).toEqual([503, '1'])
  expect(await lostWrites(pool, changed)).toEqual([])
  expect(server.isRunning()).toBe(true)

  const { rows } = await pool.query('select email from customers')
  await expect
    .poll(() => rows.filter(({ email }) => !sink.recipients.includes(email)), { timeout: 15_000 })
    .toEqual([])
  await expect
    .poll(async () => (await pool.query('select from graphile_worker.jobs')).rows, { timeout: 10_000 })
    .toEqual([])
}, 180_000)
