import { afterAll, beforeAll, expect, test } from 'vitest'
import { knownRoutes, ownPage, sessionCookie } from '../../../test/routes.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { quickPasswords, statusFor } from './auth.fixture.ts'
import { browserOf, cookieOf, openBy, openingNames, pages, registration, tokenOf } from './browser.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords(), hasPages: true })
})
afterAll(() => crm.close())

const browser = browserOf(() => crm)
const { send, register, logIn, goOn } = browser

test.each(openingNames)(
  '%s puts the refresh token where no script and no other site can reach it',
  async (opening) => {
    const answer = await openBy(browser, opening)
    const line = String(answer.headers['set-cookie'])
    const { name, value = '', domain, maxAge, ...rules } = cookieOf(answer)
    expect({ name, domain, maxAge, ...rules }).toEqual({
      name: '__Host-session',
      domain: undefined,
      maxAge: 86_400,
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'strict',
    })
    expect(Buffer.byteLength(line)).toBeLessThan(4_096)
    expect(line).not.toMatch(/domain/i)
    expect(answer.text).not.toContain(value)
    expect(answer.text).not.toMatch(/refresh|password|argon2/)
    for (const token of answer.text.match(/ey[\w-]+\.[\w-]+\.[\w-]+/g) ?? [])
      expect(await statusFor(crm, token)).toBe(200)
  },
)

test('a cookie that was planted before signing in is not the one after, and ends nobody’s session', async () => {
  const [victim, attacker] = [await register(), await register()]
  const planted = sessionCookie(attacker.token)
  const first = await logIn(victim.email, { cookie: planted })
  const second = await logIn(victim.email, { cookie: sessionCookie(tokenOf(first)) })
  const seen = [attacker.token, victim.token, tokenOf(first), tokenOf(second)]
  expect(new Set(seen).size).toBe(4)
  expect(first.json.person.id).toBe(victim.id)
  const joined = await send('register', { body: registration(), cookie: planted })
  expect(seen).not.toContain(tokenOf(joined))
  expect((await goOn(attacker.token)).json.person.id).toBe(attacker.id)
})

test('a page of a network without TLS gets a plain cookie; all others a locked one', async () => {
  const cases = {
    'https://crm.example.com': '__Host-session',
    'http://localhost:8000': '__Host-session',
    'http://127.0.0.1:8000': '__Host-session',
    'http://192.168.1.7:8000': 'session',
  }
  for (const [PUBLIC_URL, name] of Object.entries(cases)) {
    const app = await createTestApp({
      settings: { PUBLIC_URL, ALLOWED_HOSTS: '*' },
      database: crm.database,
      passwords: crm.auth.passwords,
    })
    const answer = await app.call('POST', `${pages}/register/`, { headers: ownPage, body: registration() })
    const cookie = cookieOf(answer)
    expect([cookie.name, cookie.secure ?? false, cookie.httpOnly], PUBLIC_URL).toEqual([
      name,
      name === '__Host-session',
      true,
    ])
    await app.close()
  }
})

test('the cookie alone opens nothing but its own session', async () => {
  const { token } = await register()
  for (const { method, url, permission } of knownRoutes(crm).filter(
    (route) => route.permission !== 'public',
  )) {
    const { status } = await crm.call(method, url, {
      headers: { ...ownPage, cookie: sessionCookie(token) },
    })
    expect([url, permission, status]).toEqual([url, permission, 401])
  }
})
