import { readdirSync } from 'node:fs'
import { Agent } from 'node:http'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { call, percentile, startLoad, tally } from './load.ts'
import { api, signUp } from './people.ts'
import { isMeasured, startServer } from './server-process.ts'

type Kind = { clients: number; first: string; everySecond: string }

const many = isMeasured ? 1_000 : 200
const toLogin = 'POST /api/customers/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n'
const kinds: Record<string, Kind> = {
  'say nothing at all': { clients: many, first: '', everySecond: '' },
  'send headers bit by bit': {
    clients: many,
    first: 'GET /api/customers/health/live/ HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    everySecond: 'X-More: 1\r\n',
  },
  'send a body bit by bit': {
    clients: many,
    first: `${toLogin}Content-Length: 4096\r\n\r\n{`,
    everySecond: ' ',
  },
  // Megabytes, or the system's own buffers take it all.
  'ask for much and read nothing': {
    clients: 50,
    first: 'GET /api/docs/static/swagger-ui-bundle.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'.repeat(8),
    everySecond: '',
  },
}

/** One kind after the other where times are measured, all at once otherwise. */
const rounds: { what: string; some: Kind[] }[] = isMeasured
  ? Object.entries(kinds).map(([what, kind]) => ({ what, some: [kind] }))
  : [{ what: 'do any of it', some: Object.values(kinds) }]

test.runIf(process.platform === 'linux').each(rounds)(
  'many slow clients that $what are gone in twenty seconds, and in nobody’s way',
  async ({ some }) => {
    const { url } = await useTestDatabase()
    const server = await startServer({ env: { DATABASE_URL: url } })
    const token = await signUp(server)
    // Who reads nothing does not see that the connection is gone, so the server's own side is counted.
    const openFiles = () => readdirSync(`/proc/${server.pid}/fd`).length
    const before = openFiles()
    const startedAt = performance.now()
    for (const kind of some) connect(Number(new URL(server.url).port), kind)
    await wait(1_000)
    const held = openFiles() - before
    const agent = new Agent({ keepAlive: false })
    const probe = startLoad(10, () => call(api(server, 'profile/'), { token, agent }))

    while (openFiles() - before > 10 && performance.now() - startedAt < 40_000) await wait(100)
    const goneAfterMs = performance.now() - startedAt
    const outcomes = await probe.stop()
    expect(held).toBeGreaterThanOrEqual(some.reduce((sum, { clients }) => sum + clients, 0) * 0.9)
    expect(tally(outcomes)).toEqual({ 200: expect.any(Number) })
    expect(goneAfterMs).toBeLessThan(20_000)
    expect(percentile(outcomes, 0.95)).toBeLessThan(isMeasured ? 500 : 3_000)
  },
  90_000,
)

function connect(port: number, { clients, first, everySecond }: Kind): void {
  const open = new Set<net.Socket>()
  for (let opened = 0; opened < clients; opened += 1) {
    const socket = net.connect(port, '127.0.0.1')
    open.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
    if (everySecond !== '') socket.resume()
    socket.write(first)
  }
  const trickle = setInterval(() => {
    for (const socket of open) if (everySecond !== '' && socket.writable) socket.write(everySecond)
  }, 1_000)
  onTestFinished(() => {
    clearInterval(trickle)
    for (const socket of open) socket.destroy()
  })
}
