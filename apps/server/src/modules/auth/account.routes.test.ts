import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, password, type TestApp } from '../../../test/test-app.ts'
import { api, logIn, quickPasswords, refresh, statusFor, tally, times } from './auth.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
})
afterAll(() => crm.close())

const newPassword = 'New-Secure-456!'
const change = (token: string, fields: Record<string, unknown> = {}) =>
  crm.call('POST', `${api}/change-password/`, {
    token,
    body: { old_password: password, new_password: newPassword, new_password_confirm: newPassword, ...fields },
  })
const logOut = (token: string, refresh: string) =>
  crm.call('POST', `${api}/logout/`, { token, body: { refresh } })
const sessionsOf = async (token: string) => (await crm.call('GET', `${api}/sessions/`, { token })).json

describe('works', () => {
  test('signing out ends this session and no other', async () => {
    const { email, tokens } = await crm.register()
    const phone = (await logIn(crm, email)).json.tokens
    const answer = await logOut(tokens.access, tokens.refresh)
    expect([answer.status, answer.text]).toEqual([204, ''])
    await expect.poll(() => statusFor(crm, tokens.access)).toBe(401)
    expect((await refresh(crm, tokens.refresh)).status).toBe(401)
    expect(await statusFor(crm, phone.access)).toBe(200)
  })

  test('signing another device of one’s own out, twice as well as once', async () => {
    const { email, tokens } = await crm.register()
    const phone = (await logIn(crm, email)).json.tokens
    expect((await logOut(tokens.access, phone.refresh)).status).toBe(204)
    expect((await logOut(tokens.access, phone.refresh)).status).toBe(204)
    expect((await refresh(crm, phone.refresh)).status).toBe(401)
    expect(await statusFor(crm, tokens.access)).toBe(200)
  })

  test('a password change goes on here with fresh tokens, and the new password signs in', async () => {
    const { email, tokens } = await crm.register()
    const { status, json } = await change(tokens.access)
    expect([status, Object.keys(json)]).toEqual([200, ['message', 'tokens']])
    expect(await statusFor(crm, json.tokens.access)).toBe(200)
    expect((await refresh(crm, json.tokens.refresh)).status).toBe(200)
    expect((await logIn(crm, email, newPassword)).status).toBe(200)
    expect((await logIn(crm, email)).status).toBe(401)

    await crm.runJobs()
    expect(crm.outbox.filter(({ to }) => to === email).at(-1)?.subject).toBe('Your password was changed')
  })

  test('sessions are listed with device, address and use, the newest first, this one marked', async () => {
    const { email, tokens } = await crm.register()
    const headers = { 'user-agent': 'Shop phone/1.0' }
    await crm.call('POST', `${api}/login/`, {
      body: { email, password },
      headers,
      remoteAddress: '192.0.2.44',
    })
    const listed = await sessionsOf(tokens.access)
    expect(listed).toMatchObject([
      { device: headers['user-agent'], address: '192.0.2.44', is_current: false },
      { address: '127.0.0.1', is_current: true },
    ])
    expect(Object.keys(listed[0]).sort()).toEqual([
      'address',
      'created_at',
      'device',
      'expires_at',
      'id',
      'is_current',
      'last_used_at',
    ])
  })

  test('one session is ended by its id, and leaves the list', async () => {
    const { email, tokens } = await crm.register()
    const phone = (await logIn(crm, email)).json.tokens
    const [newest] = await sessionsOf(tokens.access)
    const ended = await crm.call('DELETE', `${api}/sessions/${newest.id}/`, { token: tokens.access })
    expect(ended.status).toBe(204)
    await expect.poll(() => statusFor(crm, phone.access)).toBe(401)
    expect(await sessionsOf(tokens.access)).toHaveLength(1)
    const again = await crm.call('DELETE', `${api}/sessions/${newest.id}/`, { token: tokens.access })
    expect(again.status).toBe(404)
  })

  test('a device of any length or letters is kept as far as there is room', async () => {
    const { email, tokens } = await crm.register()
    const headers = { 'user-agent': 'é'.repeat(2_000) }
    expect((await crm.call('POST', `${api}/login/`, { body: { email, password }, headers })).status).toBe(200)
    expect((await sessionsOf(tokens.access))[0].device).toHaveLength(300)
  })
})

describe('refuses', () => {
  test.each([
    ['POST', 'logout/'],
    ['POST', 'change-password/'],
    ['GET', 'sessions/'],
    ['DELETE', 'sessions/0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f/'],
  ])('%s %s of nobody', async (method, path) => {
    const answer = await crm.call(method, `${api}/${path}`, { body: method === 'POST' ? {} : undefined })
    expect([answer.status, answer.json.code]).toEqual([401, 'not_authenticated'])
  })

  test('a password change with everything that is wrong with each of its fields at once', async () => {
    const { tokens } = await crm.register()
    const weak = { old_password: 'Not-The-One-1!', new_password: 'weak' }
    const { json } = await change(tokens.access, weak)
    expect(json).toEqual({
      old_password: ['This is not your password.'],
      new_password: [...Array(3).fill(expect.any(String)), "Password fields didn't match."],
    })
    const blank = (await change(tokens.access, { ...weak, new_password_confirm: '' })).json
    expect(blank).toEqual({
      old_password: ['This is not your password.'],
      new_password: Array(3).fill(expect.any(String)),
      new_password_confirm: ['This field may not be blank.'],
    })
  })

  test('a password change with a wrong old one, under its field, and nothing is changed', async () => {
    const { email, tokens } = await crm.register()
    const { status, json } = await change(tokens.access, { old_password: 'wrong' })
    expect([status, json]).toEqual([400, { old_password: ['This is not your password.'] }])
    expect((await logIn(crm, email)).status).toBe(200)
  })

  test.each([
    ['differs', { new_password_confirm: 'differs' }],
    ['is weak', { new_password: 'weak', new_password_confirm: 'weak' }],
    ['is the name', { new_password: 'Adebayo-Ola-7', new_password_confirm: 'Adebayo-Ola-7' }],
  ])('a new password that %s', async (_, fields) => {
    const { tokens } = await crm.register({ first_name: 'Adebayo', last_name: 'Ola' })
    const { status, json } = await change(tokens.access, fields)
    expect([status, Object.keys(json)]).toEqual([400, ['new_password']])
    expect(await statusFor(crm, tokens.access)).toBe(200)
  })

  test('signing out with what is no refresh token', async () => {
    const { tokens } = await crm.register()
    expect((await logOut(tokens.access, tokens.access)).status).toBe(401)
    expect((await logOut(tokens.access, '')).json).toHaveProperty('refresh')
  })
})

describe('protects', () => {
  test('nobody ends the session of somebody else', async () => {
    const [one, other] = [await crm.register(), await crm.register()]
    expect((await logOut(one.tokens.access, other.tokens.refresh)).status).toBe(204)
    const [theirs] = await sessionsOf(other.tokens.access)
    const ended = await crm.call('DELETE', `${api}/sessions/${theirs.id}/`, { token: one.tokens.access })
    expect(ended.status).toBe(404)
    expect(await statusFor(crm, other.tokens.access)).toBe(200)
    expect((await refresh(crm, other.tokens.refresh)).status).toBe(200)
  })

  test('of many changes of a password at once, one is made', async () => {
    const { email, tokens } = await crm.register()
    const answers = await Promise.all(
      times(20, (turn) =>
        change(tokens.access, {
          new_password: `Next-Secure-${turn}!`,
          new_password_confirm: `Next-Secure-${turn}!`,
        }),
      ),
    )
    expect(tally(answers)[200]).toBe(1)
    const winner = answers.findIndex(({ status }) => status === 200)
    expect((await logIn(crm, email, `Next-Secure-${winner}!`)).status).toBe(200)
  })
})
