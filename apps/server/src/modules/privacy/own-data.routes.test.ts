import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, signUp } from '../../../test/cast.ts'
import { createTestApp, password, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp()
})
afterAll(() => crm.close())

const path = '/api/customers/export/'
const download = ({ access }: Person) => crm.call('POST', path, { token: access })
const staffAddress = '198.51.100.23'
const byStaff = async (method: string, { id }: Person, rest: string, body: unknown) =>
  crm.call(method, `/api/customers/admin/customers/${id}/${rest}`, {
    token: await crm.ownerToken(),
    body,
    remoteAddress: staffAddress,
  })

describe('works', () => {
  test('a person takes along the profile, the sessions and what happened, as a file', async () => {
    const person = await signUp(crm, { city: 'Ajax' })
    await crm.call('PATCH', '/api/customers/profile/', { token: person.access, body: { city: 'Whitby' } })
    const { status, headers, json } = await download(person)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'no-store',
    })
    expect(json.profile).toEqual(
      (await crm.call('GET', '/api/customers/profile/', { token: person.access })).json,
    )
    expect(json.sessions).toMatchObject([{ id: person.session_id, address: '127.0.0.1', ended_at: null }])
    expect(json.events[0]).toMatchObject({
      name: 'customer.profile_updated',
      by: 'you',
      address: '127.0.0.1',
      detail: { fields: ['city'] },
    })
    expect(json.events.at(-1).name).toBe('customer.registered')
    expect(Date.parse(json.made_at)).toBeGreaterThan(Date.now() - 10_000)
  })

  test('ended sessions are in it too', async () => {
    const person = await signUp(crm)
    const body = { email: person.email, password }
    const other = (await crm.call('POST', '/api/customers/login/', { body })).json.tokens
    await crm.call('POST', '/api/customers/logout/', {
      token: person.access,
      body: { refresh: other.refresh },
    })
    const ended = (await download(person)).json.sessions.map((one: { end_reason: unknown }) => one.end_reason)
    expect(ended).toEqual(['logout', null])
  })

  test('each download is traced, for staff and in the next file', async () => {
    const person = await signUp(crm)
    const first = (await download(person)).json
    expect(first.events.map(({ name }: { name: string }) => name)).not.toContain('customer.data_exported')
    const traced = { name: 'customer.data_exported', by: 'you', address: '127.0.0.1', detail: {} }
    expect((await download(person)).json.events[0]).toMatchObject(traced)
    const { json } = await byStaff('GET', person, 'events/', undefined)
    const told = json.results.filter(({ name }: { name: string }) => name === 'customer.data_exported')
    expect(told).toHaveLength(2)
    expect(told[0]).toMatchObject({ actor: { id: person.id, role: 'customer' }, detail: {} })
  })

  test('where the trace can not be written, nothing is handed out', async () => {
    const person = await signUp(crm)
    const { pool } = crm.database
    await pool.query(
      'create trigger no_trace before insert on audit_events for each statement execute function refuse_change()',
    )
    const { status, headers, json } = await download(person)
    await pool.query('drop trigger no_trace on audit_events')
    expect([status, Object.keys(json)]).toEqual([500, ['detail', 'request_id']])
    expect(headers).not.toHaveProperty('content-disposition')
  })
})

describe('protects', () => {
  test('staff: neither who did something nor from where, and nothing of what they note', async () => {
    const person = await signUp(crm)
    await byStaff('POST', person, 'notes/', { note: 'Owes us for the yams' })
    await byStaff('PATCH', person, '', { city: 'Ajax' })
    const { json, text } = await download(person)
    expect(json.events[0]).toMatchObject({ name: 'customer.profile_updated', by: 'staff', address: '' })
    expect(text).not.toContain(staffAddress)
    expect(text).not.toMatch(/yams|note\.|note_id/)
    const { rows } = await crm.database.pool.query("select id from customers where role = 'owner'")
    for (const { id } of rows) expect(text).not.toContain(id)
  })

  test('others: nobody finds anything of somebody else in it', async () => {
    const [one, other] = [await signUp(crm), await signUp(crm)]
    const { text } = await download(one)
    for (const secret of [other.id, other.email, other.session_id]) expect(text).not.toContain(secret)
  })

  test('everybody: a trail of any length is told up to its last ten thousand', {
    timeout: 60_000,
  }, async () => {
    const person = await signUp(crm)
    await crm.database.pool.query(
      `insert into audit_events (id, name, actor_role, customer_id, occurred_at)
       select gen_random_uuid(), 'auth.logged_in', 'anonymous', $1, now() - make_interval(secs => n)
       from generate_series(1, 12000) as n`,
      [person.id],
    )
    const began = performance.now()
    const { status, json } = await download(person)
    expect([status, json.events.length]).toEqual([200, 10_000])
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
