import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { childrenOf } from '../processes.ts'
import { call, startLoad, tally } from './load.ts'
import { api, register, signUp } from './people.ts'
import { freePort, startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

test.runIf(process.platform === 'linux')(
  'two web processes share the port and the limits, one that dies is replaced, all end together',
  async () => {
    const { url } = await useTestDatabase()
    const metricsPort = String(await freePort())
    const env = {
      DATABASE_URL: url,
      WEB_CONCURRENCY: '2',
      THROTTLE_ANON: '40/minute',
      METRICS_PORT: metricsPort,
    }
    const server = await startServer({ env })
    const token = await signUp(server)
    expect(childrenOf(server.pid)).toHaveLength(2)

    const anonymous = await Promise.all(Array.from({ length: 80 }, () => call(api(server, 'unknown/'))))
    expect(tally(anonymous)[404]).toBeLessThanOrEqual(40)
    expect(tally(anonymous)[404]).toBeGreaterThan(25)

    const metrics = await call(`http://127.0.0.1:${metricsPort}/metrics`)
    expect(metrics.headers['content-type']).toContain('text/plain')
    expect(metrics.json).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="unknown",status="404"\} \d+/,
    )
    const counted = [...String(metrics.json).matchAll(/_count\{.*route="unknown".*\} (\d+)/g)]
    expect(counted.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(80)

    const [first = 0] = childrenOf(server.pid)
    process.kill(first, 'SIGKILL')
    await expect.poll(() => childrenOf(server.pid).includes(first), { timeout: 5_000 }).toBe(false)
    await expect.poll(() => childrenOf(server.pid).length, { timeout: 10_000 }).toBe(2)
    await expect.poll(() => server.output().split('Server listening').length, { timeout: 10_000 }).toBe(4)

    const load = startLoad(50, () => call(api(server, 'profile/'), { token }))
    await wait(500)
    server.signal('SIGTERM')
    await wait(300)
    const outcomes = await load.stop()
    expect(tally(outcomes)).toEqual({ 200: expect.any(Number) })
    expect(await server.ended).toBe(0)
  },
  60_000,
)

test('a web process takes requests and a worker process does what follows from them', async () => {
  const { url, pool } = await useTestDatabase()
  const sink = await startSmtpSink()
  const env = { DATABASE_URL: url, ...sink.env }
  const web = await startServer({ env, args: ['--role', 'web'] })
  await register(web, 'efua@example.com')
  await wait(500)
  expect(sink.recipients).toEqual([])
  expect((await pool.query('select from graphile_worker.jobs')).rows).toHaveLength(1)

  const metricsPort = String(await freePort())
  const worker = await startServer({ env: { ...env, METRICS_PORT: metricsPort }, args: ['--role', 'worker'] })
  await expect.poll(() => sink.recipients, { timeout: 5_000 }).toEqual(['efua@example.com'])
  expect((await call(api(worker, 'health/'))).error).toContain('ECONNREFUSED')
  const metrics = await call(`http://127.0.0.1:${metricsPort}/metrics`)
  expect(metrics.json).toContain('db_pool_connections{pool="queue",state="open"}')
  expect(await Promise.all([web.stop(), worker.stop()])).toEqual([0, 0])
}, 60_000)

test('a role that does not exist is refused by name', async () => {
  const server = await startServer({ args: ['--role', 'manager'], isAwaited: false })
  expect(await server.ended).toBe(1)
  expect(server.output()).toContain('--role: say all, web, worker')
})
