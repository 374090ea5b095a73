import { readdirSync } from 'node:fs'
import { Agent } from 'node:http'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { call, percentile, startLoad, tally } from './load.ts'
import { api, signUp } from './people.ts'
import { isMeasured, startServer } from './server-process.ts'

const connections = isMeasured ? 1_000 : 200

/** What a slow client sends at first, and every second after. */
const kinds = {
  'says nothing at all': ['', ''],
  'sends its headers bit by bit': [
    'GET /api/customers/health/live/ HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'X-More: 1\r\n',
  ],
  'sends its body bit by bit': [
    'POST /api/customers/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 4096\r\n\r\n{',
    ' ',
  ],
  'asks for much and reads nothing': [
    'GET /api/docs/static/swagger-ui-bundle.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'.repeat(8),
    '',
  ],
} as const

test.runIf(process.platform === 'linux').each(Object.entries(kinds))(
  'many clients, each of whom %s, are gone in twenty seconds and in nobody’s way',
  async (kind, [first, next]) => {
    const { url } = await useTestDatabase()
    const server = await startServer({ env: { DATABASE_URL: url } })
    const token = await signUp(server)
    const filesBefore = filesOf(server.pid)
    const startedAt = performance.now()
    const open = new Set<net.Socket>()
    // Megabytes must be asked for before the system's own buffers are full; a few such clients are enough.
    const wanted = kind.includes('reads nothing') ? 50 : connections
    for (let opened = 0; opened < wanted; opened += 1) {
      const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1')
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => open.delete(socket))
      if (kind.includes('reads nothing')) socket.pause()
      else socket.resume()
      socket.write(first)
    }
    onTestFinished(() => {
      for (const socket of open) socket.destroy()
    })
    const trickle = setInterval(() => {
      for (const socket of open) if (next !== '' && socket.writable) socket.write(next)
    }, 1_000)

    const agent = new Agent({ keepAlive: false })
    const probe = startLoad(10, () => call(api(server, 'profile/'), { token, agent }))
    // Who reads nothing does not see that the connection is gone: the server's own side is counted.
    const held = () => (kind.includes('reads nothing') ? filesOf(server.pid) - filesBefore - 10 : open.size)
    await wait(1_000)
    while (held() > 0 && performance.now() - startedAt < 30_000) await wait(250)
    clearInterval(trickle)
    const goneAfterMs = performance.now() - startedAt
    const outcomes = await probe.stop()
    expect(tally(outcomes)).toEqual({ 200: expect.any(Number) })
    expect(goneAfterMs).toBeLessThan(isMeasured ? 20_000 : 24_000)
    expect(percentile(outcomes, 0.95)).toBeLessThan(isMeasured ? 500 : 3_000)
  },
  60_000,
)

const filesOf = (pid: number) => readdirSync(`/proc/${pid}/fd`).length
