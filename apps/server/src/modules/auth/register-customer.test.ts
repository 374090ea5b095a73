import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newEmail, password, type TestApp } from '../../../test/test-app.ts'
import {
  api,
  createTwoApps,
  mailedToken,
  statusFor,
  type TwoApps,
  tally,
  times,
  trashByStaff,
} from './auth.fixture.ts'

let apps: TwoApps
let crm: TestApp
beforeAll(async () => {
  apps = await createTwoApps()
  crm = apps.one
})
afterAll(() => apps.close())

const person = () => ({
  email: newEmail(),
  password,
  password_confirm: password,
  first_name: 'Ọlá',
  last_name: 'Adébáyọ̀',
})
const register = (body: Record<string, unknown>, app = crm) => app.call('POST', `${api}/register/`, { body })

describe('works', () => {
  test('a customer is signed in at once, and verifies by the mail', async () => {
    const body = {
      ...person(),
      phone_number: '416 555 0123',
      preferred_language: 'yo',
      sms_notifications: 'on',
    }
    const { status, json } = await register(body)
    expect(status).toBe(201)
    expect(Object.keys(json)).toEqual(['message', 'customer', 'tokens'])
    expect(json.customer).toMatchObject({
      email: body.email,
      full_name: 'Ọlá Adébáyọ̀',
      is_verified: false,
    })
    expect(await statusFor(crm, json.tokens.access)).toBe(200)

    const token = await mailedToken(crm, body.email)
    expect((await crm.call('POST', `${api}/verify-email/`, { body: { token } })).status).toBe(200)
    const { json: profile } = await crm.call('GET', `${api}/profile/`, { token: json.tokens.access })
    expect(profile).toMatchObject({
      is_verified: true,
      phone_number: '+14165550123',
      preferred_language: 'yo',
      sms_notifications: true,
      email_notifications: false,
    })
  })

  test('people with one name leave the other empty', async () => {
    expect((await register({ ...person(), last_name: '' })).json.customer.full_name).toBe('Ọlá')
  })

  test('an address whose account is in the trash can be used again', async () => {
    const { id, email } = await crm.register()
    await trashByStaff(crm, id)
    expect((await register({ ...person(), email })).status).toBe(201)
  })
})

describe('refuses', () => {
  test('an empty registration, naming every field', async () => {
    const { status, json } = await register({})
    expect(status).toBe(400)
    expect(Object.keys(json).sort()).toEqual([
      'email',
      'first_name',
      'last_name',
      'password',
      'password_confirm',
    ])
  })

  test('a weak password, with every reason', async () => {
    const { json } = await register({ ...person(), password: 'weak', password_confirm: 'weak' })
    expect(json.password).toHaveLength(3)
  })

  test('passwords that differ', async () => {
    const { status, json } = await register({ ...person(), password_confirm: 'Other-Pass-1!' })
    expect([status, json]).toEqual([400, { password: ["Password fields didn't match."] }])
  })

  test('a password like the name, or one that everybody uses', async () => {
    const like = { password: 'OlaAdebayo-77', password_confirm: 'OlaAdebayo-77' }
    expect((await register({ ...person(), ...like })).json.password).toHaveLength(1)
    const common = { password: 'P@ssw0rd1!', password_confirm: 'P@ssw0rd1!' }
    expect((await register({ ...person(), ...common })).json.password).toHaveLength(1)
  })

  test('every wrong field at once, with every reason: also what only the rules and the database know', async () => {
    const { email } = await crm.register()
    const { status, json } = await register({
      email,
      password: 'weak',
      password_confirm: 'week',
      first_name: ' ',
      last_name: '',
      phone_number: '12',
    })
    expect(status).toBe(400)
    expect(json).toEqual({
      email: ['Customer with this email already exists.'],
      password: [...Array(3).fill(expect.any(String)), "Password fields didn't match."],
      first_name: ['This field may not be blank.'],
      phone_number: [expect.stringContaining('valid phone number')],
    })
  })

  test('a taken address and a weak password at once, where all the rest is right', async () => {
    const { email } = await crm.register()
    const { json } = await register({ ...person(), email, password: 'weak', password_confirm: 'weak' })
    expect(Object.keys(json).sort()).toEqual(['email', 'password'])
  })

  test('a password that is left out or of another kind, beside a taken address', async () => {
    const { email } = await crm.register()
    for (const password of [undefined, null, ['x'], { toString: 1 }]) {
      const { json } = await register({ ...person(), email, password })
      expect(Object.keys(json).sort()).toEqual(['email', 'password'])
    }
  })

  test('an address that is taken, in any letter case', async () => {
    const { email } = await crm.register()
    const { status, json } = await register({ ...person(), email: email.toUpperCase() })
    expect([status, Object.keys(json)]).toEqual([400, ['email']])
  })
})

describe('protects', () => {
  test('of 20 at once on two nodes with one address in many spellings, one gets it', async () => {
    const name = newEmail().slice(0, 13)
    const spellings = [
      `${name}@example.com`,
      `${name.toUpperCase()}@example.com`,
      `${name}@EXAMPLE.com`,
      `  ${name}@example.com `,
      `${name}@ｅｘａｍｐｌｅ.com`,
      `${fullWidth(name)}@example.com`,
    ]
    const answers = await Promise.all(
      times(20, (turn) => register({ ...person(), email: spellings[turn % 6] }, apps.either(turn))),
    )
    expect(tally(answers)).toEqual({ 201: 1, 400: 19 })
    for (const { json } of answers.filter(({ status }) => status === 400))
      expect(Object.keys(json)).toEqual(['email'])
    const { rows } = await apps.database.pool.query(
      "select 1 from customers where email_key like lower($1) || '@%'",
      [name],
    )
    expect(rows).toHaveLength(1)
  })

  test('nobody makes themselves verified, staff or rich', async () => {
    const { json } = await register({
      ...person(),
      is_verified: true,
      is_staff: true,
      role: 'owner',
      loyalty_points: 1_000_000,
      is_active: true,
      id: '0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f',
    })
    const { rows } = await apps.database.pool.query(
      'select is_verified, is_staff, role, loyalty_points from customers where id = $1',
      [json.customer.id],
    )
    expect(rows).toEqual([{ is_verified: false, is_staff: false, role: null, loyalty_points: 0 }])
  })

  test('a refused registration leaves nothing behind, and mails nobody', async () => {
    const body = { ...person(), password_confirm: 'Other-Pass-1!' }
    await register(body)
    await crm.runJobs()
    expect(crm.outbox.filter(({ to }) => to === body.email)).toEqual([])
    const { rows } = await apps.database.pool.query('select 1 from customers where email = $1', [body.email])
    expect(rows).toEqual([])
  })
})

const fullWidth = (text: string) =>
  text.replace(/[a-z0-9]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
