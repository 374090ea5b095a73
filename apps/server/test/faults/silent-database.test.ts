import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { call, type Outcome, startLoad, tally } from './load.ts'
import { api, password, register, signUp, writeCity } from './people.ts'
import { faultSeconds, startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'
import { startProxy, type TcpProxy } from './tcp-proxy.ts'

const longest = (outcomes: Outcome[]) => Math.max(...outcomes.map(({ ms }) => ms))

type Fault = { seconds: number; cut: (proxy: TcpProxy) => void; mend: (proxy: TcpProxy) => void }

async function cutTheLine({ seconds, cut, mend }: Fault): Promise<void> {
  const { url } = await useTestDatabase()
  const proxy = await startProxy(url)
  const sink = await startSmtpSink()
  const limits = { THROTTLE_ANON: '3000/hour', THROTTLE_USER: '3000/hour', THROTTLE_LOGIN: '3000/hour' }
  const server = await startServer({ env: { DATABASE_URL: proxy.through(url), ...limits, ...sink.env } })
  const token = await signUp(server)
  await expect.poll(() => sink.recipients.length, { timeout: 5_000 }).toBe(1)

  const login = { method: 'POST', body: { email: 'nobody@example.com', password } }
  const loads = [
    startLoad(20, () => call(api(server, 'profile/'), { token })),
    startLoad(10, () => writeCity(server, token)),
    startLoad(2, () => call(api(server, 'login/'), login)),
    startLoad(2, () =>
      call(api(server, 'password-reset/'), { method: 'POST', body: { email: 'a@example.com' } }),
    ),
    startLoad(2, () => call(api(server, 'health/'))),
  ]
  const alive = startLoad(5, () => call(api(server, 'health/live/')))
  await wait(1_000)
  cut(proxy)
  await wait(seconds * 1_000)
  mend(proxy)
  const mendedAt = performance.now()
  await wait(6_000)
  const outcomes = (await Promise.all(loads.map((load) => load.stop()))).flat()

  expect(longest(outcomes)).toBeLessThan(6_000)
  expect(Object.keys(tally(outcomes)).sort()).toEqual(['200', '401', '503'])
  expect(tally(await alive.stop())).toEqual({ 200: expect.any(Number) })
  const later = outcomes.filter(({ startedAt }) => startedAt > mendedAt + 5_000)
  expect(later.length).toBeGreaterThan(10)
  expect(tally(later)).not.toHaveProperty('503')

  await register(server, 'after@example.com')
  await expect.poll(() => sink.recipients, { timeout: 5_000 }).toContain('after@example.com')
}

test(
  'a database that is cut off without a word: every request is answered in six seconds, all is well five after',
  () =>
    cutTheLine({
      seconds: Math.max(7, faultSeconds),
      cut: (proxy) => proxy.freeze(),
      mend: (proxy) => proxy.thaw(),
    }),
  120_000,
)

test(
  'a network that resets every connection does no more harm',
  () =>
    cutTheLine({
      seconds: faultSeconds / 3,
      cut(proxy) {
        proxy.leadTo(1)
        proxy.reset()
      },
      mend: (proxy) => proxy.leadTo(proxy.targetPort),
    }),
  120_000,
)
