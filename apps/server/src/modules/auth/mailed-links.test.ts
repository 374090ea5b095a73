import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, newEmail, type TestApp } from '../../../test/test-app.ts'
import { api, createTwoApps, mailedToken, quickPasswords, tally, times } from './auth.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({
    hasPages: true,
    passwords: quickPasswords(),
    settings: { PUBLIC_URL: 'https://crm.example.com', TRUSTED_PROXIES: '127.0.0.1' },
  })
})
afterAll(() => crm.close())

const scanners = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) SafeLinks/1.0',
  'BarracudaSentinel/1.0',
  'Mimecast-URL-Protect',
  'Proofpoint-URL-Defense/2.0',
  'GoogleImageProxy',
]

const links: [name: string, page: string, mail: () => Promise<string>, use: string, fields: object][] = [
  [
    'a verification link',
    '/verify-email',
    async () => mailedToken(crm, (await crm.register()).email),
    'verify-email/',
    {},
  ],
  [
    'a link for a new password',
    '/reset-password',
    async () => {
      const { email } = await crm.register()
      await crm.call('POST', `${api}/password-reset/`, { body: { email } })
      return mailedToken(crm, email)
    },
    'password-reset/confirm/',
    { new_password: 'New-Secure-456!', new_password_confirm: 'New-Secure-456!' },
  ],
]

describe('works', () => {
  test.each(links)(
    '%s survives five mail scanners that open it, then the person uses it',
    async (_, page, mail, use, fields) => {
      const token = await mail()
      const before = await everyRow()
      for (const agent of scanners)
        for (const method of ['GET', 'HEAD']) {
          const opened = await crm.call(method, `${page}?token=${token}`, {
            headers: { 'user-agent': agent },
          })
          expect(opened.status).toBe(200)
          await crm.call(method, `${api}/${use}?token=${token}`, { headers: { 'user-agent': agent } })
        }
      expect(await everyRow()).toEqual(before)
      expect((await crm.call('POST', `${api}/${use}`, { body: { token, ...fields } })).status).toBe(200)
    },
  )
})

describe('refuses', () => {
  test.each([
    ['verify-email/resend/', 'Please verify your email address'],
    ['password-reset/', 'Choose a new password'],
  ])(
    'of 200 who ask %s for one address on two nodes, three are mailed, and all hear the same',
    async (path, subject) => {
      const apps = await createTwoApps()
      const email = `${newEmail().slice(0, 8)}.bombed@example.com`
      await apps.one.register({ email })
      await apps.one.runJobs()
      const ask = (turn: number) => {
        const spelling = turn % 3 === 0 ? email.toUpperCase() : email
        return apps.either(turn).call('POST', `${api}/${path}`, { body: { email: spelling } })
      }
      // Twenty at once race enough; a hundred wait for a connection longer than the pool lets them on a busy machine.
      const answers = []
      for (const _ of times(10, Number)) answers.push(...(await Promise.all(times(20, ask))))
      await apps.one.runJobs()
      const mails = apps.one.outbox.filter((mail) => mail.to === email && mail.subject === subject)
      await apps.close()

      expect(mails.length).toBe(3)
      expect(tally(answers)).toEqual({ 200: 200 })
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    },
  )
})

describe('protects', () => {
  const evil = 'evil.example'
  const hostile: Record<string, string>[] = [
    { host: evil },
    { host: `crm.example.com.${evil}` },
    { host: `crm.example.com@${evil}` },
    { host: `${evil}:443` },
    { host: `${evil}#crm.example.com` },
    { host: '' },
    { host: 'crm.example.com', 'x-forwarded-host': evil },
    { host: 'crm.example.com', 'x-forwarded-host': `crm.example.com, ${evil}` },
    { host: 'crm.example.com', 'x-forwarded-host': `${evil}, crm.example.com` },
    { host: 'crm.example.com', 'x-host': evil },
    { host: 'crm.example.com', forwarded: `host=${evil};proto=https` },
    { host: 'crm.example.com', 'x-original-host': evil },
    { host: 'crm.example.com', 'x-forwarded-server': evil },
    { host: 'crm.example.com', 'x-forwarded-proto': 'http', 'x-forwarded-port': '8081' },
    { host: 'crm.example.com', origin: 'https://crm.example.com', referer: `https://${evil}/` },
  ]

  test.each(['password-reset/', 'verify-email/resend/'])(
    'no host that a request names gets into the mail of %s',
    async (path) => {
      const answers = []
      for (const headers of hostile) {
        const { email } = await crm.register()
        crm.outbox.length = 0
        answers.push(await crm.call('POST', `${api}/${path}`, { body: { email }, headers }))
        await crm.runJobs()
      }
      expect(Object.keys(tally(answers))).toEqual(['200', '400'])
      expectOwnLinks()
    },
  )

  test('nor does one in the request line', async () => {
    const address = await crm.app.listen({ host: '127.0.0.1', port: 0 })
    for (const host of [evil, 'crm.example.com']) {
      const { email } = await crm.register()
      const body = JSON.stringify({ email })
      const answer = await sendRaw(Number(new URL(address).port), [
        `POST http://${evil}${api}/password-reset/ HTTP/1.1`,
        `Host: ${host}`,
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        'Connection: close',
        '',
        body,
      ])
      expect(answer).toMatch(/^HTTP\/1\.1 (200|400|404) /)
    }
    await crm.runJobs()
    expectOwnLinks()
  })
})

/** Every link in every mail leads to the address that the settings name. */
function expectOwnLinks() {
  const links = crm.outbox.flatMap(({ text, html }) => `${text}${html}`.match(/https?:[^\s"<]+/g) ?? [])
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((link) => new URL(link).origin !== 'https://crm.example.com')).toEqual([])
}

async function everyRow(): Promise<unknown[]> {
  const tables = [
    'customers',
    'credentials',
    'sessions',
    'one_time_tokens',
    'audit_events',
    'sign_in_attempts',
  ]
  const { pool } = crm.database
  const found = await Promise.all(
    tables.map((table) => pool.query<{ row: string }>(`select t::text as row from ${table} as t order by 1`)),
  )
  return found.map(({ rows }) => rows)
}

function sendRaw(port: number, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(lines.join('\r\n')))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}
