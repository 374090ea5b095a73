import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCast, signUp } from '../../../test/cast.ts'
import { createTestApp, password, type TestApp } from '../../../test/test-app.ts'
import { api, logIn, quickPasswords, statusFor, times, trailOf } from './auth.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
})
afterAll(() => crm.close())

const leave = (token: string, typed: string = password) =>
  crm.call('POST', `${api}/deletion/`, { token, body: { password: typed } })
const setRole = (id: string, role: string) =>
  crm.database.pool.query('update customers set role = $2 where id = $1', [id, role])

describe('works', () => {
  test('who leaves is signed out everywhere at once and in the trash', async () => {
    const { id, email, access, refresh } = await signUp(crm)
    const phone = (await logIn(crm, email)).json.tokens
    expect((await leave(access)).status).toBe(204)
    const { rows } = await crm.database.pool.query('select end_reason from sessions where customer_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ end_reason: 'trashed' }, { end_reason: 'trashed' }])
    for (const token of [access, phone.access]) await expect.poll(() => statusFor(crm, token)).toBe(401)
    expect((await crm.call('POST', `${api}/token/refresh/`, { body: { refresh } })).status).toBe(401)
    expect((await logIn(crm, email)).status).toBe(401)
    expect((await trailOf(crm, id)).slice(-2)).toMatchObject([
      { name: 'customer.trashed', actor_id: id, actor_role: 'customer' },
      { name: 'customer.deletion_requested', actor_id: id, actor_role: 'customer' },
    ])
  })

  test.each([
    ['en', 'America/Toronto', 'Your account will be deleted on ', 'write to the store'],
    ['fr', 'America/Toronto', 'Votre compte sera supprimé le ', 'écrivez au magasin'],
    ['yo', 'America/Toronto', 'Your account will be deleted on ', 'write to the store'],
  ])(
    'a mail for who reads %s says when it will be deleted, and how to undo it',
    async (preferred_language, timeZone, subject, undo) => {
      const { email, access } = await signUp(crm, { preferred_language })
      await leave(access)
      await crm.runJobs()
      const mail = crm.outbox.findLast(({ to }) => to === email)
      const language = preferred_language === 'fr' ? 'fr-CA' : 'en-CA'
      const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(
        Date.now() + 30 * 86_400_000,
      )
      expect(mail?.subject).toBe(`${subject}${day}`)
      expect(mail?.text).toContain(day)
      expect(mail?.text).toContain(undo)
    },
  )

  test('staff takes them out again, and they sign in as before; no mail says otherwise', async () => {
    const { id, email, access } = await signUp(crm)
    await leave(access)
    const token = await crm.ownerToken()
    expect((await crm.call('POST', `${api}/admin/customers/${id}/restoration/`, { token })).status).toBe(200)
    await crm.runJobs()
    expect((await logIn(crm, email)).status).toBe(200)
    expect(crm.outbox.filter(({ to, subject }) => to === email && subject.includes('deleted'))).toEqual([])
  })

  test('who works here may leave too, by themselves', async () => {
    const person = await signUp(crm)
    await setRole(person.id, 'cashier')
    expect((await leave(person.access)).status).toBe(204)
  })
})

describe('refuses', () => {
  test.each([
    [{ password: 'Wrong-Pass-1!' }, 'This is not your password.'],
    [{}, 'This field is required.'],
    [{ password: '' }, 'This field may not be blank.'],
  ])('%j, under its field, and nothing is changed', async (body, message) => {
    const { access } = await signUp(crm)
    const { status, json } = await crm.call('POST', `${api}/deletion/`, { token: access, body })
    expect({ status, json }).toEqual({ status: 400, json: { password: [message] } })
    expect(await statusFor(crm, access)).toBe(200)
  })

  test('the last owner, also of two who leave at the same moment', async () => {
    const { owner } = await createCast(crm)
    await crm.database.pool.query("update customers set role = 'manager' where role = 'owner' and id <> $1", [
      owner.id,
    ])
    expect(await leave(owner.access)).toMatchObject({
      status: 400,
      json: { non_field_errors: ['This is the only owner. Make somebody else an owner first.'] },
    })
    const second = await signUp(crm)
    await setRole(second.id, 'owner')
    await Promise.all([leave(owner.access), leave(second.access)])
    const { rowCount } = await crm.database.pool.query(
      "select from customers where role = 'owner' and is_active and trashed_at is null",
    )
    expect(rowCount).toBe(1)
  })
})

describe('protects', () => {
  test('the password from being guessed here: tries count as at sign-in', async () => {
    const { id, email, access } = await signUp(crm)
    for (const _ of times(20, (turn) => turn)) expect((await leave(access, 'Wrong-Pass-1!')).status).toBe(400)
    const { status, json } = await leave(access)
    expect({ status, code: json.code }).toEqual({ status: 429, code: 'throttled' })
    expect((await logIn(crm, email, password, '127.0.0.1')).status).toBe(429)
    const failed = (await trailOf(crm, id)).filter(({ name }) => name === 'auth.login_failed')
    expect(failed).toHaveLength(20)
  })

  test('of twenty tries at once, one leaves and is traced', async () => {
    const { id, access } = await signUp(crm)
    await Promise.all(times(20, () => leave(access)))
    const asked = (await trailOf(crm, id)).filter(({ name }) => name === 'customer.deletion_requested')
    expect(asked).toHaveLength(1)
  })
})
