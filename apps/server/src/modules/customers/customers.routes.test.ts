import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, createCast, signUp } from '../../../test/cast.ts'
import { createTestApp, newEmail, type TestApp } from '../../../test/test-app.ts'
import { addCustomers } from './customers.fixture.ts'
import { emptyTrash } from './trash-customer.ts'

let crm: TestApp
let cast: Cast
const path = '/api/customers/admin/customers/'
const as = (name: keyof Cast, method: string, rest = '', body?: unknown) =>
  crm.call(method, `${path}${rest}`, { token: cast[name].access, body })
const add = async (fields: Parameters<typeof addCustomers>[1][number] = {}) =>
  (await addCustomers(crm, [fields]))[0] ?? ''

beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
})
afterAll(() => crm.close())

describe('works', () => {
  test('staff adds a customer, and a mail invites the person to choose a password', async () => {
    const email = newEmail()
    const { status, json } = await as('cashier', 'POST', '', {
      email,
      first_name: 'Tigist',
      phone_number: '647-555-0188',
    })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      email,
      phone_number: '+16475550188',
      is_verified: false,
      role: null,
      last_login: null,
    })
    expect((await as('auditor', 'GET', `${json.id}/`)).json).toEqual(json)

    await crm.runJobs()
    expect(crm.outbox.filter(({ to }) => to === email)).toHaveLength(1)
  })

  test('staff corrects a customer, field by field', async () => {
    const id = await add({ city: 'Ajax', first_name: 'Ama' })
    const { status, json } = await as('manager', 'PATCH', `${id}/`, { city: 'Whitby', is_verified: true })
    expect(status).toBe(200)
    expect(json).toMatchObject({ city: 'Whitby', first_name: 'Ama', is_verified: true })
  })

  test('a new address has to be verified again, unless staff says that it is', async () => {
    const [one, other] = [await add({ is_verified: true }), await add({ is_verified: true })]
    expect((await as('manager', 'PATCH', `${one}/`, { email: newEmail() })).json.is_verified).toBe(false)
    const said = { email: newEmail(), is_verified: true }
    expect((await as('manager', 'PATCH', `${other}/`, said)).json.is_verified).toBe(true)
  })

  test('money is a text with two decimals, also when there is a lot of it', async () => {
    const id = await add()
    for (const [cents, text] of [
      ['0', '0.00'],
      ['5', '0.05'],
      ['-1250', '-12.50'],
      ['99999999999', '999999999.99'],
    ]) {
      await crm.database.pool.query('update customers set total_spent_cents = $2 where id = $1', [id, cents])
      expect((await as('auditor', 'GET', `${id}/`)).json.total_spent).toBe(text)
    }
  })

  test('who is deactivated is signed out at once and may come back', async () => {
    const person = await signUp(crm)
    const me = () => crm.call('GET', '/api/customers/profile/', { token: person.access })
    expect((await me()).status).toBe(200)
    await as('manager', 'PATCH', `${person.id}/`, { is_active: false })
    await expect.poll(async () => (await me()).status).toBe(401)
    await crm.runJobs()
    await as('manager', 'PATCH', `${person.id}/`, { is_active: true })
    expect((await me()).status).toBe(401)
    const body = { email: person.email, password: 'SecurePass123!' }
    expect((await crm.call('POST', '/api/customers/login/', { body })).status).toBe(200)
  })
})

describe('the trash', () => {
  const inTrash = async () =>
    (await as('manager', 'GET', '?trashed=true&page_size=200')).json.results.map(
      ({ id }: { id: string }) => id,
    )

  test('takes a customer out of everything and gives them back as they were', async () => {
    const id = await add({ first_name: 'Kwabena', city: 'Ajax' })
    const before = (await as('manager', 'GET', `${id}/`)).json
    expect((await as('manager', 'DELETE', `${id}/`)).status).toBe(204)
    expect((await as('manager', 'GET', `${id}/`)).status).toBe(404)
    expect((await as('manager', 'GET', '?search=kwabena')).json.count).toBe(0)
    expect(await inTrash()).toContain(id)
    expect((await as('manager', 'GET', `${id}/?trashed=true`)).json.trashed_at).toEqual(expect.any(String))

    const restored = await as('manager', 'POST', `${id}/restoration/`)
    expect(restored.status).toBe(200)
    expect({ ...restored.json, updated_at: before.updated_at }).toEqual(before)
    expect(await inTrash()).not.toContain(id)
  })

  test('an address in the trash is free; whoever registers with it keeps it', async () => {
    const email = newEmail()
    const id = await add({ email })
    await as('manager', 'DELETE', `${id}/`)
    expect((await as('manager', 'POST', '', { email: email.toUpperCase(), first_name: 'New' })).status).toBe(
      201,
    )
    const { status, json } = await as('manager', 'POST', `${id}/restoration/`)
    expect({ status, code: json.code }).toEqual({ status: 409, code: 'email_taken' })
    expect(await inTrash()).toContain(id)
  })

  test('is emptied of who has been there for thirty days, with everything about them; the trail stays', async () => {
    const [gone, waiting] = [await add(), await add()]
    await as('manager', 'POST', `${gone}/notes/`, { note: 'Likes plantain' })
    for (const id of [gone, waiting]) await as('manager', 'DELETE', `${id}/`)
    const move = (id: string, age: string) =>
      crm.database.pool.query('update customers set trashed_at = now() - $2::interval where id = $1', [
        id,
        age,
      ])
    await move(gone, '30 days 1 minute')
    await move(waiting, '29 days 23 hours')

    expect(await emptyTrash(crm.database.db)).toBe(1)
    const left = await inTrash()
    expect(left).toContain(waiting)
    expect(left).not.toContain(gone)
    const { rows: notes } = await crm.database.pool.query(
      'select 1 from customer_notes where customer_id = $1',
      [gone],
    )
    expect(notes).toEqual([])
    const { rows } = await crm.database.pool.query(
      'select name, actor_role from audit_events where customer_id = $1',
      [gone],
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(['customer.purged', 'customer.trashed', 'note.added'])
    expect(rows.find(({ name }) => name === 'customer.purged').actor_role).toBe('system')
  })
})

test('the spelling of an address is corrected, although the same address is taken: by the same customer', async () => {
  const email = newEmail()
  const id = await add({ email })
  const { status, json } = await as('manager', 'PATCH', `${id}/`, { email: email.toUpperCase() })
  expect([status, json.email]).toEqual([200, email.toUpperCase()])
})

describe('refuses', () => {
  test('a customer whose address is taken together with all else that is wrong, when added and when corrected', async () => {
    const { email } = await crm.register()
    const wrong = { email, first_name: '', phone_number: '12' }
    const other = await add()
    for (const { status, json } of [
      await as('cashier', 'POST', '', wrong),
      await as('cashier', 'PATCH', `${other}/`, wrong),
    ])
      expect([status, Object.keys(json).sort()]).toEqual([400, ['email', 'first_name', 'phone_number']])
  })

  test('an address that is taken, whatever its letter case, as a fault of that field', async () => {
    const email = newEmail()
    const other = await add()
    await add({ email })
    for (const taken of [email, email.toUpperCase(), ` ${email} `]) {
      expect(await as('cashier', 'POST', '', { email: taken, first_name: 'Ama' })).toMatchObject({
        status: 400,
        json: { email: ['Customer with this email already exists.'] },
      })
      expect(await as('manager', 'PATCH', `${other}/`, { email: taken })).toMatchObject({
        status: 400,
        json: { email: ['Customer with this email already exists.'] },
      })
    }
  })

  test('twenty at once with one address: one gets it', async () => {
    const email = newEmail()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => as('cashier', 'POST', '', { email, first_name: 'Ama' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(400)])
  })

  test('what is nowhere, in the trash or out of it', async () => {
    const id = randomUUID()
    for (const [method, rest] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', 'restoration/'],
      ['GET', '?trashed=true'],
    ])
      expect(
        (await as('manager', method ?? '', `${id}/${rest}`, method === 'GET' ? undefined : {})).status,
      ).toBe(404)
    const alive = await add()
    expect((await as('manager', 'POST', `${alive}/restoration/`)).status).toBe(404)
  })
})

describe('protects', () => {
  test('the way into an account: a cashier corrects a profile, a manager who signs in with it', async () => {
    const id = await add()
    for (const change of [{ email: newEmail() }, { is_active: false }, { is_verified: true }]) {
      expect((await as('cashier', 'PATCH', `${id}/`, { city: 'Ajax', ...change })).status).toBe(403)
      expect((await as('manager', 'PATCH', `${id}/`, change)).status).toBe(200)
    }
    expect((await as('manager', 'GET', `${id}/`)).json.city).toBe('')
    expect((await as('cashier', 'PATCH', `${id}/`, { city: 'Ajax' })).json.city).toBe('Ajax')
  })

  test('the accounts of staff: only an owner opens or shuts them', async () => {
    const id = await add({ role: 'cashier' })
    for (const change of [{ is_active: false }, { email: newEmail() }, { is_verified: true }])
      expect((await as('manager', 'PATCH', `${id}/`, change)).status).toBe(403)
    expect((await as('manager', 'DELETE', `${id}/`)).status).toBe(403)
    expect((await as('manager', 'PATCH', `${id}/`, { city: 'Ajax' })).status).toBe(200)
    expect((await as('owner', 'PATCH', `${id}/`, { is_active: false })).status).toBe(200)
  })

  test('staff in the trash: only an owner brings them back, with what they may do', async () => {
    for (const role of ['owner', 'manager', 'cashier'] as const) {
      const id = await add({ role })
      expect((await as('owner', 'DELETE', `${id}/`)).status).toBe(204)
      expect((await as('manager', 'POST', `${id}/restoration/`)).status).toBe(403)
      expect((await as('owner', 'POST', `${id}/restoration/`)).json).toMatchObject({ role })
      expect((await as('owner', 'DELETE', `${id}/role/`)).status).toBe(204)
    }
  })

  test("an owner's profile from everybody but owners", async () => {
    const name = { first_name: 'Pwned' }
    for (const who of ['cashier', 'manager'] as const)
      expect((await as(who, 'PATCH', `${cast.owner.id}/`, name)).status).toBe(403)
    expect((await as('cashier', 'PATCH', `${cast.manager.id}/`, name)).status).toBe(403)
    expect((await as('cashier', 'PATCH', `${cast.cashier.id}/`, { city: 'Ajax' })).status).toBe(200)
  })

  test('two of staff who write about each other at the same moment from waiting for ever', async () => {
    const [one, other] = [cast.manager, cast.cashier]
    const note = { note: 'Hello' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => [
        as('manager', 'POST', `${other.id}/notes/`, note),
        as('cashier', 'POST', `${one.id}/notes/`, note),
      ]).flat(),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
  })

  test('everybody from shutting themselves out: who wants to leave deletes their account', async () => {
    const other = await add({ role: 'owner' })
    for (const who of ['owner', 'manager'] as const) {
      const path = `${cast[who].id}/`
      for (const refused of [
        await as(who, 'PATCH', path, { is_active: false, city: 'Ajax' }),
        await as(who, 'DELETE', path),
      ]) {
        expect([refused.status, refused.json.code]).toEqual([403, 'permission_denied'])
        expect(refused.json.detail).toMatch(/^This is your own account/)
      }
      expect((await as(who, 'GET', path)).json).toMatchObject({ is_active: true, trashed_at: null })
      expect((await as(who, 'PATCH', path, { is_active: true, city: 'Whitby' })).status).toBe(200)
    }
    expect((await as('owner', 'DELETE', `${other}/`)).status).toBe(204)
  })

  test('the last owner from being shut out, by twenty at once', async () => {
    const { id } = cast.owner
    // Two owners who shut each other out at the same moment: one of them stays.
    const second = await signUp(crm)
    await crm.database.pool.query("update customers set role = 'owner' where id = $1", [second.id])
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        crm.call('DELETE', `${path}${index % 2 ? id : second.id}/`, {
          token: index % 2 ? second.access : cast.owner.access,
        }),
      ),
    )
    const { rows } = await crm.database.pool.query(
      "select id from customers where role = 'owner' and is_active and trashed_at is null",
    )
    expect(rows).toHaveLength(1)
    await crm.database.pool.query("update customers set trashed_at = null where role = 'owner'")
  })
})
