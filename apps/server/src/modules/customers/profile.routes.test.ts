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
  test('a phone number longer than any is refused, though its country might write it so', async () => {
    const { tokens } = await crm.register()
    for (const phone_number of ['+49111111111111111', '+62111111111111111', '+8111111111111111'])
      expect((await crm.call('PATCH', path, { token: tokens.access, body: { phone_number } })).json).toEqual({
        phone_number: ['Enter a valid phone number, for example +14165550123.'],
      })
  })

  test('names are one line and look like names: nobody writes letters in the store’s mail', async () => {
    const first_name = 'Ada,\n\nYour account is LOCKED: https://evil.example'
    const body = {
      email: 'victim@example.com',
      password: 'SecurePass123!',
      password_confirm: 'SecurePass123!',
      last_name: '',
    }
    const refused = await crm.call('POST', '/api/customers/register/', { body: { ...body, first_name } })
    expect(refused.json).toEqual({ first_name: ['Line breaks and control characters are not allowed.'] })
    await crm.register({ ...body, first_name: 'Open www.evil.example' })
    await crm.runJobs()
    const mail = crm.outbox.findLast(({ to }) => to === body.email)
    expect(mail?.text).toMatch(/^Hello,/)
    expect(`${mail?.text}${mail?.html}`).not.toContain('evil')
  })

  test('a new email asked for with the old password does not outlive a new password', async () => {
    const { id, tokens } = await crm.register()
    const { rows } = await crm.database.pool.query(
      'select password_hash from credentials where customer_id = $1',
      [id],
    )
    // The password changes after it was compared and before the link is made: the row is held meanwhile.
    const client = await crm.database.pool.connect()
    await client.query('begin')
    await client.query('select from customers where id = $1 for update', [id])
    const asked = crm.call('PATCH', path, {
      token: tokens.access,
      body: { email: 'evil@example.com', password: 'SecurePass123!' },
    })
    await expect
      .poll(async () => (await crm.database.pool.query('select from pg_locks where not granted')).rowCount)
      .toBeGreaterThan(0)
    await client.query('update credentials set password_hash = $2 where customer_id = $1', [
      id,
      `${rows[0].password_hash}x`,
    ])
    await client.query('commit')
    client.release()
    expect(await asked).toMatchObject({ status: 400, json: { password: ['This is not your password.'] } })
    const links = await crm.database.pool.query(
      "select from one_time_tokens where customer_id = $1 and purpose = 'change_email'",
      [id],
    )
    expect(links.rowCount).toBe(0)
  })

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
