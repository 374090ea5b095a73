import { parseSetCookie } from 'cookie'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knownRoutes, ownPage, sessionCookie } from '../../../test/routes.ts'
import { snapshot } from '../../../test/snapshot.ts'
import { createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'
import { api, quickPasswords, refresh, statusFor, trailOf } from './auth.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords(), hasPages: true })
})
afterAll(() => crm.close())

const pages = '/api/browser'
type Options = { cookie?: string; token?: string; body?: unknown; headers?: Record<string, string> }
const send = (act: string, { cookie, headers, ...rest }: Options = {}) =>
  crm.call('POST', `${pages}/${act}/`, {
    ...rest,
    headers: { ...ownPage, ...(cookie === undefined ? {} : { cookie }), ...headers },
  })
type Sent = Awaited<ReturnType<typeof send>>

const registration = () => ({
  email: newEmail(),
  password,
  password_confirm: password,
  first_name: 'Ọlá',
  last_name: '',
})
const newPassword = {
  old_password: password,
  new_password: 'New-Secure-456!',
  new_password_confirm: 'New-Secure-456!',
}

/** The one cookie that an answer sets, read as a browser does. */
function cookieOf({ headers }: Sent) {
  const lines = [headers['set-cookie'] ?? []].flat()
  expect(lines).toHaveLength(1)
  return parseSetCookie(String(lines[0]))
}
const tokenOf = (answer: Sent) => String(cookieOf(answer).value)

async function register() {
  const answer = await send('register', { body: registration() })
  expect(answer.status, answer.text).toBe(201)
  const { id, email } = answer.json.person
  return { id, email, access: answer.json.access as string, token: tokenOf(answer) }
}
const logIn = (email: string, options: Options = {}) =>
  send('login', { body: { email, password }, ...options })
const goOn = (token: string) => send('refresh', { cookie: sessionCookie(token) })
const logOut = (token: string) => send('logout', { cookie: sessionCookie(token) })
const passAMinute = (id: string) =>
  crm.database.pool.query(
    "update sessions set rotated_at = rotated_at - interval '1 minute' where customer_id = $1",
    [id],
  )

const settings = { store_name: 'Mine', language: 'en', time_zone: 'America/Toronto', currency: 'CAD' }

/** Every route that gives a session to a page. */
const openings: Record<string, () => Promise<Sent>> = {
  register: () => send('register', { body: registration() }),
  login: async () => logIn((await register()).email),
  refresh: async () => goOn((await register()).token),
  'change-password': async () =>
    send('change-password', { token: (await register()).access, body: newPassword }),
}

describe('works', () => {
  test.each(Object.entries(openings))(
    '%s answers who it is and the access token, no more',
    async (_, open) => {
      const { json } = await open()
      expect(Object.keys(json)).toEqual(['access', 'expires_in', 'person'])
      expect(json.expires_in).toBe(3_600)
      expect(json.person).toMatchObject({ first_name: 'Ọlá', role: null, is_verified: false })
      expect(await statusFor(crm, json.access)).toBe(200)
    },
  )

  test('a session goes on from its cookie, and each token works once', async () => {
    const person = await register()
    const next = await goOn(person.token)
    expect(tokenOf(next)).not.toBe(person.token)
    expect(next.json.person.id).toBe(person.id)
    expect((await goOn(tokenOf(next))).status).toBe(200)
  })

  test('two tabs that ask at the same moment get the same next token', async () => {
    const { token } = await register()
    const [one, two] = await Promise.all([goOn(token), goOn(token)])
    expect([one.status, two.status]).toEqual([200, 200])
    expect(tokenOf(one)).toBe(tokenOf(two))
  })

  test('signing out ends the session and takes the cookie away', async () => {
    const person = await register()
    const out = await logOut(person.token)
    expect([out.status, out.text]).toEqual([204, ''])
    expect(cookieOf(out)).toMatchObject({ value: '', maxAge: 0, path: '/', secure: true, httpOnly: true })
    await expect.poll(() => statusFor(crm, person.access)).toBe(401)
    expect((await goOn(person.token)).status).toBe(401)
    expect((await trailOf(crm, person.id)).at(-1)).toMatchObject({
      name: 'auth.logged_out',
      actor_id: person.id,
    })
  })

  test('signing out of a session that is over already takes the cookie away too', async () => {
    const person = await register()
    await logOut(person.token)
    const again = await logOut(person.token)
    expect([again.status, cookieOf(again).maxAge]).toEqual([204, 0])
    const nonsense = await logOut('no.token.atall')
    expect([nonsense.status, cookieOf(nonsense).maxAge]).toEqual([401, 0])
  })

  test('a password change ends the other sessions and goes on here', async () => {
    const person = await register()
    const phone = await logIn(person.email)
    const changed = await send('change-password', { token: person.access, body: newPassword })
    expect((await goOn(tokenOf(phone))).status).toBe(401)
    expect((await goOn(person.token)).status).toBe(401)
    expect((await goOn(tokenOf(changed))).status).toBe(200)
  })

  test('clients of the API get and send their tokens as ever, without a cookie', async () => {
    const { email, tokens } = await crm.register()
    const login = await crm.call('POST', `${api}/login/`, { body: { email, password } })
    const next = await refresh(crm, tokens.refresh)
    const changed = await crm.call('POST', `${api}/change-password/`, {
      token: tokens.access,
      body: newPassword,
    })
    expect([
      Object.keys(login.json.tokens),
      Object.keys(next.json),
      Object.keys(changed.json.tokens),
    ]).toEqual(Array(3).fill(['refresh', 'access']))
    for (const { headers } of [login, next, changed]) expect(headers).not.toHaveProperty('set-cookie')
  })
})

describe('refuses', () => {
  test('a token that comes again after the grace: the whole session ends', async () => {
    const person = await register()
    const next = await goOn(person.token)
    await goOn(tokenOf(next))
    const replayed = await goOn(person.token)
    expect([replayed.status, replayed.json.code]).toEqual([401, 'token_not_valid'])
    expect((await trailOf(crm, person.id)).map(({ name }) => name)).toContain('auth.refresh_replayed')
    await expect.poll(() => statusFor(crm, next.json.access)).toBe(401)

    const late = await register()
    await goOn(late.token)
    await passAMinute(late.id)
    expect((await goOn(late.token)).status).toBe(401)
  })

  test.each([
    ['no cookie', undefined],
    ['another cookie', 'session=abc; refresh=abc'],
    ['an empty one', '__Host-session='],
    ['nonsense', '__Host-session=%E0%A4%A'],
    ['a very long one', `__Host-session=${'x'.repeat(8_000)}`],
  ])('going on with %s', async (_, cookie) => {
    const { status, json } = await send('refresh', cookie === undefined ? {} : { cookie })
    expect([status, json.code]).toEqual([401, 'token_not_valid'])
  })

  test('an access token in the place of the cookie, and a refresh token in the place of the header', async () => {
    const person = await register()
    expect((await goOn(person.access)).status).toBe(401)
    expect(await statusFor(crm, person.token)).toBe(401)
  })

  test('a wrong password, without a cookie', async () => {
    const { email } = await register()
    const answer = await logIn(email, { body: { email, password: 'Wrong-Pass-1!' } })
    expect([answer.status, answer.json]).toEqual([401, { error: 'Invalid credentials' }])
    expect(answer.headers).not.toHaveProperty('set-cookie')
  })
})

describe('protects', () => {
  test.each(Object.entries(openings))(
    '%s puts the refresh token where no script and no other site can reach it',
    async (_, open) => {
      const answer = await open()
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

  const foreign: [string, Record<string, string | undefined>, number][] = [
    ['without the header of our pages', { 'x-requested-with': undefined }, 403],
    ['with the header of others', { 'x-requested-with': 'XMLHttpRequest' }, 403],
    ['from a foreign origin', { origin: 'https://evil.example' }, 403],
    ['from another port', { origin: 'http://localhost:9999' }, 403],
    ['from nowhere', { origin: 'null' }, 403],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from the same site', { 'sec-fetch-site': 'same-site' }, 403],
    [
      'from the same site with our origin',
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
      403,
    ],
    ['from an address bar', { 'sec-fetch-site': 'none' }, 403],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['as text', { 'content-type': 'text/plain' }, 415],
    ['as a form without our header', { 'content-type': 'text/plain', 'x-requested-with': undefined }, 415],
  ]
  const isUnsafe = ({ method, url }: { method: string; url: string }) =>
    method === 'POST' && url.startsWith(pages)

  test.each(foreign)(
    'every route of the cookie refuses what is sent %s, and nothing changes',
    async (_, given, status) => {
      const person = await register()
      const bodies: Record<string, unknown> = {
        register: registration(),
        login: { email: person.email, password },
        'change-password': newPassword,
        setup: { token: 'any', ...registration(), ...settings },
      }
      const routes = knownRoutes(crm).filter(isUnsafe)
      expect(routes.map(({ url }) => url.slice(pages.length + 1, -1)).sort()).toEqual([
        'change-password',
        'login',
        'logout',
        'refresh',
        'register',
        'setup',
      ])
      const sent = {
        ...ownPage,
        'content-type': 'application/json',
        cookie: sessionCookie(person.token),
        ...given,
      }
      const headers = Object.fromEntries(
        Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined),
      )
      const before = await snapshot(crm.database.pool)
      for (const { url } of routes) {
        const body = bodies[url.slice(pages.length + 1, -1)] ?? {}
        const token = url.includes('change-password') ? person.access : undefined
        const answer = await crm.call('POST', url, { headers, body, ...(token ? { token } : {}) })
        expect([url, answer.status]).toEqual([url, status])
        expect(answer.headers).not.toHaveProperty('set-cookie')
      }
      expect(await snapshot(crm.database.pool)).toEqual(before)
    },
  )

  test('our own pages may send all of it', async () => {
    for (const origin of ['http://localhost'])
      expect(
        (
          await send('register', {
            body: registration(),
            headers: { origin, 'sec-fetch-site': 'same-origin' },
          })
        ).status,
      ).toBe(201)
  })

  test('no read changes a row or a cookie, with the cookie of a customer or of the owner', async () => {
    const person = await register()
    await crm.database.pool.query("update customers set role = 'owner' where id = $1", [person.id])
    const other = await register()
    const before = await snapshot(crm.database.pool)
    const reads = knownRoutes(crm).filter(({ method }) => ['GET', 'HEAD'].includes(method))
    expect(reads.length).toBeGreaterThan(30)
    for (const { method, url } of reads)
      for (const { token, access } of [person, other]) {
        const path = url.replace(':id', other.id).replace('*', 'x')
        const answer = await crm.call(method, path, {
          token: access,
          headers: { ...ownPage, cookie: sessionCookie(token) },
        })
        expect(answer.status, url).toBeLessThan(500)
        expect(answer.headers, url).not.toHaveProperty('set-cookie')
      }
    expect(await snapshot(crm.database.pool)).toEqual(before)
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

  test('who is switched off or in the trash does not go on', async () => {
    for (const change of ['is_active = false', 'trashed_at = now()']) {
      const { id, token } = await register()
      await crm.database.pool.query(`update customers set ${change} where id = $1`, [id])
      expect((await goOn(token)).status).toBe(401)
    }
  })
})
