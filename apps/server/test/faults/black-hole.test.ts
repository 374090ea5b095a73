import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { call, startLoad, tally } from './load.ts'
import { canDropPackets, makeNamespace, sh } from './namespaces.ts'
import { api, register, signUp, writeCity } from './people.ts'
import { faultSeconds, isMeasured, startServer, temporaryFolder } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

// The server runs here, its database is reached through a network of its own, whose packets are then dropped both ways.
// The same by a proxy that falls silent is in every run; this one is for when the full figures are asked for.
test.runIf(canDropPackets && isMeasured)(
  'packets to the database are dropped both ways: answers in six seconds, normal five seconds after',
  async () => {
    const { name, prefix } = makeNamespace('hole')
    const [near, far] = [`hole-a${process.pid % 10_000}`, `hole-b${process.pid % 10_000}`]
    sh(`ip link add ${near} type veth peer name ${far} netns ${name}`)
    sh(`ip addr add 198.18.77.1/30 dev ${near} && ip link set ${near} up`)
    sh(`ip -n ${name} addr add 198.18.77.2/30 dev ${far} && ip -n ${name} link set ${far} up`)
    const url = await startDatabaseIn(prefix, '198.18.77.2')
    const sink = await startSmtpSink()
    const server = await startServer({ env: { DATABASE_URL: url, ...sink.env } })
    const token = await signUp(server)
    const loads = [
      startLoad(20, () => call(api(server, 'profile/'), { token })),
      startLoad(10, () => writeCity(server, token)),
      startLoad(2, () => register(server)),
    ]
    const alive = startLoad(5, () => call(api(server, 'health/live/')))
    await wait(1_000)
    const rule = (what: string) =>
      sh(
        `ip netns exec ${name} sh -c 'iptables ${what} INPUT -i ${far} -j DROP; iptables ${what} OUTPUT -o ${far} -j DROP'`,
      )
    rule('-A')
    await wait(Math.max(10_000, faultSeconds * 1_000))
    rule('-D')
    const healedAt = performance.now()
    await wait(7_000)
    const outcomes = (await Promise.all(loads.map((load) => load.stop()))).flat()

    expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(6_000)
    expect(Object.keys(tally(outcomes)).filter((status) => !['200', '201', '503'].includes(status))).toEqual(
      [],
    )
    expect(tally(outcomes)).toHaveProperty('503')
    expect(tally(await alive.stop())).toEqual({ 200: expect.any(Number) })
    expect(tally(outcomes.filter(({ startedAt }) => startedAt > healedAt + 5_000))).not.toHaveProperty('503')
    await register(server, 'after@example.com')
    await expect.poll(() => sink.recipients, { timeout: 5_000 }).toContain('after@example.com')
  },
  180_000,
)

async function startDatabaseIn(prefix: string[], address: string): Promise<string> {
  const script = path.resolve(import.meta.dirname, 'forwarded-database.fixture.ts')
  const folder = temporaryFolder()
  const [program = '', ...rest] = [...prefix, process.execPath, script, folder, address]
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  })
  const [line] = await once(child.stdout, 'data')
  return String(line).trim()
}
