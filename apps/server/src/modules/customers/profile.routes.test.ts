import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp()
})
afterAll(() => crm.close())

const path = '/api/customers/profile/'

describe('works', () => {
  test('a customer changes what may change, and reads it back', async () => {
    const { tokens } = await crm.register()
    const changes = {
      city: 'Brampton',
      favorite_products: 'Egusi',
      sms_notifications: 'yes',
      phone_number: '416 555 0101',
    }
    const changed = await crm.call('PATCH', path, { token: tokens.access, body: changes })
    expect(changed.status).toBe(200)
    expect(changed.json).toMatchObject({
      city: 'Brampton',
      sms_notifications: true,
      phone_number: '+14165550101',
    })
    expect((await crm.call('GET', path, { token: tokens.access })).json).toEqual(changed.json)
  })

  test('a write that changes nothing leaves no trace', async () => {
    const { id, tokens } = await crm.register({ city: 'Ajax' })
    await crm.call('PATCH', path, { token: tokens.access, body: { city: 'Ajax' } })
    const { rows } = await crm.database.pool.query(
      "select 1 from audit_events where customer_id = $1 and name = 'customer.profile_updated'",
      [id],
    )
    expect(rows).toEqual([])
  })
})

describe('refuses', () => {
  test('every wrong field is named, and nothing is half saved', async () => {
    const { tokens } = await crm.register()
    const { status, json } = await crm.call('PATCH', path, {
      token: tokens.access,
      body: {
        city: 'Accra',
        phone_number: 'not a number',
        email_notifications: 'maybe',
        date_of_birth: '2999-01-01',
      },
    })
    expect(status).toBe(400)
    expect(Object.keys(json).sort()).toEqual(['date_of_birth', 'email_notifications', 'phone_number'])
    expect((await crm.call('GET', path, { token: tokens.access })).json.city).toBe('')
  })
})

describe('protects', () => {
  test('a new email asks for the password and counts only once it is confirmed', async () => {
    const { email, tokens } = await crm.register()
    const refused = await crm.call('PATCH', path, {
      token: tokens.access,
      body: { email: 'new@example.com' },
    })
    expect(refused.status).toBe(400)
    expect(refused.json).toHaveProperty('password')

    const asked = await crm.call('PATCH', path, {
      token: tokens.access,
      body: { email: 'new@example.com', password: 'SecurePass123!' },
    })
    expect(asked.json.email).toBe(email)
    await crm.runJobs()
    const mail = crm.outbox.findLast((one) => one.to === 'new@example.com')
    const token = /token=([\w-]+)/.exec(mail?.text ?? '')?.[1]
    await crm.call('POST', '/api/customers/verify-email/', { body: { token } })
    expect((await crm.call('GET', path, { token: tokens.access })).json).toMatchObject({
      email: 'new@example.com',
      is_verified: true,
    })
  })
})
