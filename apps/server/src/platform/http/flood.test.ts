import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signUp } from '../../../test/cast.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let address: string
let port: number
let token: string
beforeAll(async () => {
  crm = await createTestApp()
  token = (await signUp(crm)).access
  address = await crm.app.listen({ host: '127.0.0.1', port: 0 })
  port = Number(new URL(address).port)
})
afterAll(() => crm.close())

const fixture = path.resolve(import.meta.dirname, '../../../test/flood.fixture.ts')
const megabyte = 1_048_576

/** Sends fifty bodies of fifty megabytes at once and watches us refuse them. */
async function flood() {
  const before = process.memoryUsage.rss()
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const url = `${address}/api/customers/profile/`
  const { stdout } = await promisify(execFile)(process.execPath, [fixture, url, '50', '50', token])
  delay.disable()
  clearInterval(sampling)
  return {
    answers: JSON.parse(stdout) as string[],
    grownMegabytes: (most - before) / megabyte,
    delayMs: delay.percentile(99) / 1e6 - 5,
  }
}

describe('fifty bodies of fifty megabytes at once', () => {
  test('are refused, in little memory, and nobody else has to wait', { timeout: 60_000 }, async () => {
    const floods = [await flood(), await flood(), await flood()]
    for (const { answers, grownMegabytes } of floods) {
      expect(answers).toHaveLength(50)
      // Who does not stop talking may miss the answer when the door is shut.
      for (const answer of answers) expect(['413', 'ECONNRESET', 'EPIPE']).toContain(answer)
      expect(answers.filter((answer) => answer === '413').length).toBeGreaterThan(0)
      expect(grownMegabytes).toBeLessThan(100)
    }
    // Others may take the processor from us now and then; what we do ourselves, we do every time.
    expect(Math.min(...floods.map(({ delayMs }) => delayMs))).toBeLessThan(100)
    expect((await crm.call('GET', '/api/customers/profile/', { token })).status).toBe(200)
  })
})

/** Sends these very bytes and tells what came back before the connection ended. */
function talk(bytes: string, { staysOpen = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      heard += text
      if (staysOpen) socket.end()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
    socket.write(bytes)
  })
}

describe('what is no request that can be read', () => {
  const refused = (status: number, code: string) =>
    new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*"code":"${code}"}$`)

  test.each([
    ['not HTTP', 'hello\r\n\r\n', 400, 'bad_request'],
    ['a method that nobody knows', 'FOO / HTTP/1.1\r\nhost: localhost\r\n\r\n', 400, 'bad_request'],
    ['an address of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`, 431, 'headers_too_large'],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
      400,
      'bad_request',
    ],
    [
      'a length and pieces',
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'bad_request',
    ],
    ['a broken header', 'GET / HTTP/1.1\r\nhost : localhost\r\n\r\n', 400, 'bad_request'],
  ])('%s', async (_, bytes, status, code) => {
    const heard = await talk(bytes)
    expect(heard).toMatch(refused(status, code))
    expect(heard).toContain('x-content-type-options: nosniff')
    expect(heard).toContain('connection: close')
  })

  test('an address of 10 KB is read and not there', async () => {
    const { status, json } = await crm.call('GET', `/${'a'.repeat(10_000)}/`)
    expect({ status, code: json.code }).toEqual({ status: 404, code: 'not_found' })
  })

  test('an address that names another host gets links to ours', async () => {
    const { access } = await signUp(crm)
    await crm.database.pool.query("update customers set role = 'auditor'")
    const heard = await talk(
      `GET http://evil.example/api/customers/admin/customers/?page_size=1 HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${access}\r\n\r\n`,
      { staysOpen: true },
    )
    expect(heard).toMatch(/^HTTP\/1\.1 200/)
    expect(heard).not.toContain('evil.example')
    expect(heard).toContain('"next":"http://localhost/api/customers/admin/customers/?page=2&page_size=1"')
  })
})

describe('a body without a length', () => {
  const chunked = (pieces: string[]) =>
    `PATCH /api/customers/profile/ HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${pieces
      .map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`)
      .join('')}0\r\n\r\n`

  test('is read up to the limit, and refused one byte beyond', async () => {
    const fits = `{"x":"${'a'.repeat(megabyte - 8)}"}`
    expect(await talk(chunked([fits.slice(0, 1_000), fits.slice(1_000)]), { staysOpen: true })).toMatch(
      /^HTTP\/1\.1 200/,
    )
    expect(await talk(chunked([fits, ' ']), { staysOpen: true })).toMatch(/^HTTP\/1\.1 413 /)
  })
})
