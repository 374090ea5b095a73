import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { call, type Outcome, startLoad, tally } from './load.ts'
import { api, register, signUp, signUpMany, writeCity } from './people.ts'
import { faultSeconds, startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

const rounds = Math.max(1, Math.round(faultSeconds / 6))

test('asked to stop at 200 requests a second, the server answers all that it took and leaves nothing running', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer()
    const tokens = await signUpMany(server, 20)
    let turn = 0
    const load = startLoad(200, () => {
      const token = tokens[turn++ % tokens.length] ?? ''
      return turn % 2 ? call(api(server, 'profile/'), { token }) : writeCity(server, token)
    })
    await wait(1_000)
    const askedAt = performance.now()
    server.signal('SIGTERM')
    await wait(400)
    const outcomes = await load.stop()
    // Whom the door was closed before was never let in; that is not before the farewell is over.
    const isTooLate = ({ error = '', endedAt }: Outcome) =>
      error.includes('ECONNREFUSED') && endedAt > askedAt + 400
    expect(tally(outcomes.filter((one) => !isTooLate(one)))).toEqual({ 200: expect.any(Number) })
    expect(await server.ended).toBe(0)
    expect(performance.now() - askedAt).toBeLessThan(30_000)
    expect(processesOf(server.dataDir)).toBe('')
  }
}, 300_000)

test('a request that takes its time is answered although the door is shut meanwhile', async () => {
  const { url, pool } = await useTestDatabase()
  const server = await startServer({ env: { DATABASE_URL: url } })
  const token = await signUp(server)
  const holder = await pool.connect()
  await holder.query('begin')
  await holder.query('lock table customers in access exclusive mode')
  const asked = writeCity(server, token)
  await wait(50)
  server.signal('SIGTERM')
  await wait(700)
  await holder.query('rollback')
  holder.release()
  expect((await asked).status).toBe(200)
  expect(await server.ended).toBe(0)
}, 60_000)

test('a job that does not end is free again within five seconds, and the server ends well', async () => {
  const { url, pool } = await useTestDatabase()
  const slow = await startSmtpSink({ delayMs: 60_000 })
  const server = await startServer({ env: { DATABASE_URL: url, ...slow.env } })
  await register(server)
  const held = async () =>
    (await pool.query('select attempts from graphile_worker.jobs where locked_at is not null')).rows
  await expect.poll(held, { timeout: 5_000 }).toEqual([{ attempts: 1 }])

  server.signal('SIGTERM')
  await expect.poll(held, { timeout: 5_000, interval: 100 }).toEqual([])
  expect((await pool.query('select attempts from graphile_worker.jobs')).rows).toEqual([{ attempts: 1 }])
  expect(await server.ended).toBe(0)
  expect((await pool.query('select from worker_processes')).rows).toEqual([])
}, 60_000)

test('a signal given twice at once counts once, a later one ends the server immediately', async () => {
  const { url } = await useTestDatabase()
  const slow = await startSmtpSink({ delayMs: 60_000 })
  const twice = await startServer({ env: { DATABASE_URL: url, ...slow.env } })
  twice.signal('SIGTERM')
  twice.signal('SIGINT')
  expect(await twice.ended).toBe(0)

  const hurried = await startServer({ env: { DATABASE_URL: url, ...slow.env } })
  await register(hurried)
  await expect.poll(() => slow.recipients.length, { timeout: 5_000 }).toBe(1)
  hurried.signal('SIGTERM')
  await wait(500)
  expect(hurried.isRunning()).toBe(true)
  const askedAt = performance.now()
  hurried.signal('SIGTERM')
  expect(await hurried.ended).toBe(1)
  expect(performance.now() - askedAt).toBeLessThan(500)
}, 60_000)

function processesOf(dataDir: string): string {
  return spawnSync('pgrep', ['-f', '-a', dataDir], { encoding: 'utf8' }).stdout
}
