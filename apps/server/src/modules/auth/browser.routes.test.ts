import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, password, type TestApp } from '../../../test/test-app.ts'
import { api, quickPasswords, refresh, statusFor, trailOf } from './auth.fixture.ts'
import { browserOf, cookieOf, newPassword, openBy, openingNames, tokenOf } from './browser.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords(), hasPages: true })
})
afterAll(() => crm.close())

const browser = browserOf(() => crm)
const { send, register, logIn, goOn, logOut } = browser
const passAMinute = (id: string) =>
  crm.database.pool.query(
    "update sessions set rotated_at = rotated_at - interval '1 minute' where customer_id = $1",
    [id],
  )

describe('works', () => {
  test.each(openingNames)('%s answers who it is and the access token, no more', async (name) => {
    const { json } = await openBy(browser, name)
    expect(Object.keys(json)).toEqual(['access', 'expires_in', 'person'])
    expect(json.expires_in).toBe(3_600)
    expect(json.person).toMatchObject({ first_name: 'Ọlá', role: null, is_verified: false })
    expect(await statusFor(crm, json.access)).toBe(200)
  })

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

  test('who is switched off or in the trash does not go on', async () => {
    for (const change of ['is_active = false', 'trashed_at = now()']) {
      const { id, token } = await register()
      await crm.database.pool.query(`update customers set ${change} where id = $1`, [id])
      expect((await goOn(token)).status).toBe(401)
    }
  })
})
