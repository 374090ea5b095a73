import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { call, type Outcome, tally } from './load.ts'
import { api, password, register, signUp } from './people.ts'
import { startServer } from './server-process.ts'
import { startProxy } from './tcp-proxy.ts'

const three = [0, 1, 2]

/** Counted and not refused by the limit; a busy machine may then have no time to compare the password. */
const wasLetIn = ({ status }: Outcome) => [201, 401, 503].includes(status)

test('three servers on one database let a burst of 300 anonymous requests through a hundred times a minute, not more', async () => {
  const { url } = await useTestDatabase()
  const env = { DATABASE_URL: url, THROTTLE_ANON: '100/minute' }
  const servers = await Promise.all(three.map(() => startServer({ env })))
  const ask = (turn: number) => call(api(servers[turn % 3] ?? { url: '' }, 'unknown/'))
  const startedAt = performance.now()
  const outcomes = await Promise.all(Array.from({ length: 300 }, (_, turn) => ask(turn)))
  const counted = tally(outcomes)
  expect(counted[404]).toBeLessThanOrEqual(100)
  // What other servers hold unused may keep a few from being given out.
  expect(counted[404]).toBeGreaterThan(75)
  expect(counted[429]).toBe(300 - (counted[404] ?? 0))
  const secondsOf = ({ headers }: Outcome) => Number(headers['retry-after'])
  const refused = outcomes.filter(({ status }) => status === 429)
  expect(Math.min(...refused.map(secondsOf))).toBeGreaterThanOrEqual(1)
  expect(Math.max(...refused.map(secondsOf))).toBeLessThanOrEqual(62)
  expect(performance.now() - startedAt).toBeLessThan(20_000)
}, 60_000)

test('a window that slides: who comes when Retry-After says is let in, and no second ever sees more than its limit', async () => {
  const { url } = await useTestDatabase()
  const server = await startServer({ env: { DATABASE_URL: url, THROTTLE_LOGIN: '5/second' } })
  const body = { email: 'nobody@example.com', password }
  const login = () => call(api(server, 'login/'), { method: 'POST', body })
  const letIn: Outcome[] = []
  for (let round = 0; round < 3; round += 1) {
    const outcomes = await Promise.all(Array.from({ length: 12 }, login))
    letIn.push(...outcomes.filter(wasLetIn))
    const refused = outcomes.findLast(({ status }) => status === 429)
    // Who does not wait finds no second that began meanwhile.
    await wait(450)
    letIn.push(...(await Promise.all([login(), login()])).filter(wasLetIn))
    await wait(Number(refused?.headers['retry-after'] ?? 1) * 1_000 + 50)
  }
  expect(letIn.length).toBeGreaterThanOrEqual(15)
  letIn.sort((a, b) => a.endedAt - b.endedAt)
  for (let at = 0; at + 5 < letIn.length; at += 1) {
    const six = letIn.slice(at, at + 6)
    const spanMs = (six.at(-1)?.endedAt ?? 0) - Math.min(...six.map(({ startedAt }) => startedAt))
    expect(spanMs).toBeGreaterThan(1_000)
  }
}, 60_000)

test('registrations are counted to the last one over two servers, and a restart does not forget them', async () => {
  const { url } = await useTestDatabase()
  const env = { DATABASE_URL: url, THROTTLE_REGISTER: '5/hour', THROTTLE_LOGIN: '7/hour' }
  const servers = await Promise.all([startServer({ env }), startServer({ env })])
  const at = (turn: number) => servers[turn % 2] ?? { url: '' }
  const registrations = await Promise.all(Array.from({ length: 12 }, (_, turn) => register(at(turn))))
  expect(registrations.filter(wasLetIn)).toHaveLength(5)
  expect(tally(registrations)[429]).toBe(7)
  const body = { email: 'nobody@example.com', password }
  const logins = await Promise.all(
    Array.from({ length: 12 }, (_, turn) => call(api(at(turn), 'login/'), { method: 'POST', body })),
  )
  expect(logins.filter(wasLetIn)).toHaveLength(7)
  expect(tally(logins)[429]).toBe(5)

  for (const server of servers) await server.stop()
  const again = await startServer({ env })
  const refused = await register(again)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_500)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3_600)
}, 60_000)

test('while the database is away signing in is closed, and what needs no database stays open', async () => {
  const { url } = await useTestDatabase()
  const proxy = await startProxy(url)
  const env = { DATABASE_URL: proxy.through(url), THROTTLE_ANON: '100/minute', THROTTLE_LOGIN: '100/minute' }
  const server = await startServer({ env })
  await signUp(server)
  proxy.leadTo(1)
  proxy.reset()
  const body = { email: 'nobody@example.com', password }
  const login = await call(api(server, 'login/'), { method: 'POST', body })
  expect([login.status, login.headers['retry-after']]).toEqual([503, '1'])
  expect((await call(`${server.url}/nowhere/`)).status).toBe(404)
  expect((await call(`${server.url}/api/schema/`)).status).toBe(200)
}, 60_000)
