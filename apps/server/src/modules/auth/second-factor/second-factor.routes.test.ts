import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginFactor, turnOnFactor } from '../../../../test/authenticator.ts'
import { createTestApp, password, type TestApp } from '../../../../test/test-app.ts'
import { api, hire, quickPasswords, tally, times, trailOf } from '../auth.fixture.ts'
import { enrol, forgetUse, path, signIn } from './second-factor.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
})
afterAll(() => crm.close())

const read = async (token: string) => (await crm.call('GET', path, { token })).json
const confirm = (token: string, code: string) =>
  crm.call('POST', `${path}confirmation/`, { token, body: { code } })
const turnOff = (token: string, code: string, typed = password) =>
  crm.call('DELETE', path, { token, body: { password: typed, code } })
const renew = (token: string, code: string, typed = password) =>
  crm.call('POST', `${path}recovery-codes/`, { token, body: { password: typed, code } })
const takeOff = async (id: string, token?: string) =>
  crm.call('DELETE', `${api}/admin/customers/${id}/second-factor/`, {
    token: token ?? (await crm.ownerToken()),
  })
const namesOf = async (id: string) =>
  (await trailOf(crm, id)).map(({ name }) => name).filter((name) => /factor|recovery/.test(name))

const off = { is_on: false, recovery_codes_left: 0 }
const wrongPassword = { password: ['This is not your password.'] }
const wrong = '000000'

describe('works', () => {
  test('a secret for the app, a first code of it, and ten recovery codes', async () => {
    const { id, email, tokens } = await crm.register()
    expect(await read(tokens.access)).toEqual(off)
    const begun = await crm.call('POST', path, { token: tokens.access, body: { password } })
    expect(begun.status).toBe(200)
    expect(begun.json.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(begun.json.uri).toContain(`secret=${begun.json.secret}`)
    expect(decodeURIComponent(begun.json.uri)).toContain(email)
    const store = await crm.call('GET', '/api/store/')
    expect(new URL(begun.json.uri).searchParams.get('issuer')).toBe(store.json.name)
    expect(await read(tokens.access)).toEqual(off)
    expect((await signIn(crm, { email })).status).toBe(200)

    const app = await beginFactor(crm, tokens.access)
    expect(app.secret).not.toBe(begun.json.secret)
    const { status, json } = await confirm(tokens.access, app.code())
    expect([status, new Set(json.recovery_codes).size]).toEqual([200, 10])
    expect(await read(tokens.access)).toEqual({ is_on: true, recovery_codes_left: 10 })
    expect((await signIn(crm, { email })).json.code).toBe('otp_required')
    expect(await namesOf(id)).toEqual([
      'auth.second_factor_begun',
      'auth.second_factor_begun',
      'auth.second_factor_enabled',
      'auth.second_factor_asked',
    ])
  })

  test.each(['a code of the app', 'a recovery code'])(
    'turning it off, by the password and %s',
    async (kind) => {
      const { id, email, token, app } = await enrol(crm)
      const code = kind === 'a recovery code' ? app.recovery_codes[0] : app.code()
      const answer = await turnOff(token, code ?? '')
      expect([answer.status, answer.text]).toEqual([204, ''])
      expect(await read(token)).toEqual(off)
      expect((await signIn(crm, { email })).status).toBe(200)
      expect((await namesOf(id)).at(-1)).toBe('auth.second_factor_disabled')
      await turnOnFactor(crm, token)
      expect((await read(token)).is_on).toBe(true)
    },
  )

  test('ten new recovery codes, and the old ones stop working', async () => {
    const { id, email, token, app } = await enrol(crm)
    const { status, json } = await renew(token, app.code())
    expect([status, json.recovery_codes.length]).toEqual([200, 10])
    expect((await signIn(crm, { email, otp: app.recovery_codes[0] })).json.code).toBe('otp_invalid')
    expect((await signIn(crm, { email, otp: json.recovery_codes[0] })).status).toBe(200)
    expect(await namesOf(id)).toContain('auth.recovery_codes_renewed')
  })

  test('an owner takes a lost one off somebody, staff too', async () => {
    const [customer, staff] = [await enrol(crm), await hire(crm, 'manager')]
    await turnOnFactor(crm, staff.token)
    for (const { id, email } of [customer, staff]) {
      expect((await takeOff(id)).status).toBe(204)
      expect((await signIn(crm, { email })).status).toBe(200)
      expect((await trailOf(crm, id)).at(-2)).toMatchObject({
        name: 'auth.second_factor_disabled',
        actor_role: 'owner',
      })
    }
  })
})

describe('refuses', () => {
  test.each(['POST /', 'DELETE /', 'POST /recovery-codes/'])('%s with a wrong password', async (name) => {
    const [method = '', rest = ''] = name.split(' /')
    const { token, app } = method === 'POST' && rest === '' ? await fresh() : await enrol(crm)
    const { status, json } = await crm.call(method, path + rest, {
      token,
      body: { password: 'Wrong-Pass-1!', code: app?.code() ?? wrong },
    })
    expect([status, json]).toEqual([400, wrongPassword])
  })

  test('a wrong or used code, by field, and nothing is changed', async () => {
    const { id, email, token, app } = await enrol(crm)
    const used = app.code()
    await signIn(crm, { email, otp: used })
    for (const code of [wrong, used])
      for (const act of [turnOff, renew]) {
        const { status, json } = await act(token, code)
        expect([status, Object.keys(json)]).toEqual([400, ['code']])
      }
    expect(await read(token)).toEqual({ is_on: true, recovery_codes_left: 10 })
    expect((await namesOf(id)).filter((name) => name === 'auth.second_factor_failed')).toHaveLength(4)
  })

  test('a first code that is wrong, of an older secret, or later than an hour', async () => {
    const { id, tokens } = await crm.register()
    const replaced = await beginFactor(crm, tokens.access)
    const app = await beginFactor(crm, tokens.access)
    for (const code of [wrong, replaced.code(), 'abcdef'])
      expect((await confirm(tokens.access, code)).json.code[0]).toMatch(/not the code/)
    await crm.database.pool.query(
      "update second_factors set created_at = now() - interval '61 minutes' where customer_id = $1",
      [id],
    )
    expect((await confirm(tokens.access, app.code())).json.code[0]).toMatch(/Begin again/)
    expect(await read(tokens.access)).toEqual(off)
  })

  test('a second one beside the first, and confirming again', async () => {
    const { token, app } = await enrol(crm)
    const again = await crm.call('POST', path, { token, body: { password } })
    expect([again.status, again.json.code]).toEqual([409, 'conflict'])
    expect((await confirm(token, app.code())).status).toBe(409)
  })

  test('confirming what was not begun, turning off and renewing what is not on', async () => {
    const { token } = await fresh()
    expect((await confirm(token, wrong)).status).toBe(400)
    for (const act of [turnOff, renew]) expect((await act(token, wrong)).status).toBe(404)
    await beginFactor(crm, token)
    for (const act of [turnOff, renew]) expect((await act(token, wrong)).status).toBe(404)
  })

  test('taking it off somebody who has none, is not there, or is oneself', async () => {
    const { id } = await crm.register()
    for (const one of [id, randomUUID(), 'abc']) expect((await takeOff(one)).status).toBe(404)
    const owner = await enrol(crm)
    await crm.database.pool.query("update customers set role = 'owner' where id = $1", [owner.id])
    const own = await takeOff(owner.id, owner.token)
    expect([own.status, own.json.code]).toEqual([403, 'permission_denied'])
    expect((await read(owner.token)).is_on).toBe(true)
  })
})

describe('protects', () => {
  test('the database holds neither the secret nor a recovery code', async () => {
    const { app } = await enrol(crm)
    const { rows } = await crm.database.pool.query<{ row: string }>(
      `select to_jsonb(f)::text || encode(sealed_secret, 'escape') as row from second_factors f
       union all select to_jsonb(r)::text || encode(code_hash, 'escape') from recovery_codes r
       union all select to_jsonb(a)::text from audit_events a`,
    )
    const all = rows.map(({ row }) => row).join('\n')
    for (const told of [
      app.secret,
      ...app.recovery_codes,
      ...app.recovery_codes.map((one) => one.replaceAll('-', '')),
    ])
      expect(all).not.toContain(told)
  })

  test('guessing the code counts until both were right, so a known password does not help', async () => {
    const { token, app, id } = await enrol(crm)
    const answers = []
    for (const _ of times(22, Number)) answers.push(await turnOff(token, wrong))
    expect(tally(answers)).toEqual({ 400: 20, 429: 2 })
    await forgetUse(crm, id)
    expect((await turnOff(token, app.code())).status).toBe(429)
    expect((await read(token)).is_on).toBe(true)
  })

  test('guessing a first code is limited too', async () => {
    const { token } = await fresh()
    await beginFactor(crm, token)
    const answers = []
    for (const _ of times(22, Number)) answers.push(await confirm(token, wrong))
    expect(tally(answers)[429]).toBeGreaterThan(0)
  })

  test('of twenty confirmations at once one counts, and of twenty renewals', async () => {
    const { tokens } = await crm.register()
    const app = await beginFactor(crm, tokens.access)
    const confirmed = await Promise.all(times(15, () => confirm(tokens.access, app.code())))
    expect(tally(confirmed)[200]).toBe(1)
    const renewed = await Promise.all(times(15, () => renew(tokens.access, app.code(1))))
    expect(tally(renewed)[200]).toBe(1)
    expect(await read(tokens.access)).toEqual({ is_on: true, recovery_codes_left: 10 })
  })

  test('who is purged takes it all with them', async () => {
    const { id } = await enrol(crm)
    await crm.database.pool.query('delete from customers where id = $1', [id])
    const { rows } = await crm.database.pool.query(
      'select customer_id from second_factors where customer_id = $1 union all select customer_id from recovery_codes where customer_id = $1',
      [id],
    )
    expect(rows).toEqual([])
  })
})

/** Somebody without a second step. */
async function fresh() {
  const { tokens } = await crm.register()
  return { token: tokens.access, app: undefined }
}
