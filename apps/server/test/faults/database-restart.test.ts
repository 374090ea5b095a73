import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createPool } from '../../src/platform/db/pool.ts'
import { readPasswords } from '../../src/platform/embedded/passwords.ts'
import { call, startLoad } from './load.ts'
import { api, halfWrites, lostWrites, register, signUp, writeCity } from './people.ts'
import { faultSeconds, startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

const kinds = { crash: 'SIGKILL', immediate: 'SIGQUIT', fast: 'SIGINT' } as const

test('the database crashes and restarts under load: healthy in ten seconds, nothing lost, nothing half written', async () => {
  const sink = await startSmtpSink()
  const server = await startServer({ env: sink.env })
  const token = await signUp(server)
  const load = startLoad(50, () => writeCity(server, token))
  const registrations = startLoad(5, () => register(server))

  for (let round = 0; round < Math.max(3, faultSeconds / 6); round += 1) {
    await wait(500)
    const { pid, port, password } = postmasterOf(server.dataDir)
    process.kill(pid, Object.values(kinds)[round % 3])
    await untilAccepting(`postgres://crm:${password}@127.0.0.1:${port}/crm`)
    const accepting = performance.now()
    while ((await call(api(server, 'health/'))).status !== 200) await wait(50)
    expect(performance.now() - accepting).toBeLessThan(10_000)
  }
  await wait(500)
  const outcomes = [...(await load.stop()), ...(await registrations.stop())]
  expect(outcomes.filter(({ status }) => status === 0).map(({ error }) => error)).toEqual([])
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([200, 201, 503]))

  const { port, password } = postmasterOf(server.dataDir)
  const url = `postgres://crm:${password}@127.0.0.1:${port}/crm`
  const pool = createPool({ url, size: 2, statementTimeoutMs: 5_000, name: 'test', onError: () => {} })
  expect(await lostWrites(pool, outcomes)).toEqual([])
  expect(await halfWrites(pool, sink.recipients)).toEqual([])
  await pool.end()
  expect(await server.stop()).toBe(0)
}, 180_000)

function postmasterOf(dataDir: string) {
  const [pid, , , port] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return { pid: Number(pid), port: Number(port), password: readPasswords(dataDir)?.crm }
}

async function untilAccepting(url: string): Promise<void> {
  await wait(100)
  for (const giveUpAt = performance.now() + 30_000; performance.now() < giveUpAt; ) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
    client.on('error', () => {})
    const isIn = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (isIn) return
    await wait(50)
  }
  throw new Error('The database did not come back.')
}
