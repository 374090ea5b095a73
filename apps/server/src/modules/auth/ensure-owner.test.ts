import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import {
  api,
  changeByStaff,
  hire,
  logIn,
  mailedToken,
  quickPasswords,
  refresh,
  statusFor,
  trailOf,
} from './auth.fixture.ts'
import { ensureOwner } from './ensure-owner.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
})
afterAll(() => crm.close())

const boss = { email: 'boss@example.com', password: 'Boss-Secret-77!' }

describe('works', () => {
  test('the first start makes the owner, the next ones leave everything as it is', async () => {
    expect(await ensureOwner(crm.auth, boss)).toBe(true)
    expect(await ensureOwner(crm.auth, { ...boss, password: 'Other-Secret-88!' })).toBe(false)
    const { json } = await logIn(crm, boss.email, boss.password)
    expect(json.customer).toMatchObject({ is_staff: true, is_verified: true })
    const trail = await trailOf(crm, json.customer.id)
    expect(trail[0]).toMatchObject({
      name: 'auth.role_granted',
      actor_role: 'system',
      detail: { from: null, to: 'owner' },
    })
  })

  test('another one is made where that is meant, also of somebody who was switched off', async () => {
    const { id, email } = await hire(crm, 'cashier')
    await changeByStaff(crm, id, { is_active: false })
    expect(await ensureOwner(crm.auth, { email, password: 'New-Secure-456!' }, { force: true })).toBe(true)
    const { status, json } = await logIn(crm, email, 'New-Secure-456!')
    expect([status, json.customer.is_staff]).toEqual([200, true])
    expect((await trailOf(crm, id)).findLast(({ name }) => name === 'auth.role_granted')?.detail).toEqual({
      from: 'cashier',
      to: 'owner',
    })
  })
})

describe('refuses', () => {
  test('a password that breaks the rules, and what is no address', async () => {
    const make = (given: typeof boss) => ensureOwner(crm.auth, given, { force: true })
    await expect(make({ email: 'new@example.com', password: 'password' })).rejects.toMatchObject({
      fields: { password: expect.arrayContaining(['This password is too common.']) },
    })
    await expect(make({ email: 'nowhere', password: boss.password })).rejects.toMatchObject({
      fields: { email: ['Enter a valid email address.'] },
    })
  })
})

describe('protects', () => {
  test('who opened an account with the owner’s address before gets nothing of it', async () => {
    const { email, tokens } = await crm.register()
    await crm.call('POST', `${api}/password-reset/`, { body: { email } })
    const token = await mailedToken(crm, email)
    await ensureOwner(crm.auth, { email, password: 'New-Secure-456!' }, { force: true })

    await expect.poll(() => statusFor(crm, tokens.access)).toBe(401)
    expect((await refresh(crm, tokens.refresh)).status).toBe(401)
    expect((await logIn(crm, email)).status).toBe(401)
    const body = { token, new_password: 'Evil-Secure-666!', new_password_confirm: 'Evil-Secure-666!' }
    expect((await crm.call('POST', `${api}/password-reset/confirm/`, { body })).status).toBe(400)
  })
})
