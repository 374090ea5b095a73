import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { turnOnFactor } from '../../../test/authenticator.ts'
import { type Cast, createCast, type Person, signUp } from '../../../test/cast.ts'
import { somePicture } from '../../../test/pictures.ts'
import { createTestApp, password, type TestApp } from '../../../test/test-app.ts'
import { addCustomers } from './customers.fixture.ts'

let crm: TestApp
let cast: Cast
beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
})
afterAll(() => crm.close())

const path = '/api/customers/activity/'
type Line = { id: string; name: string; created_at: string; by: string }

const read = ({ access }: { access: string }, cursor = '') =>
  crm.call('GET', `${path}?cursor=${cursor}`, { token: access })
const linesOf = async (person: Person): Promise<[string, string][]> =>
  (await read(person)).json.results.map(({ name, by }: Line) => [name, by])
const own = (person: Person, method: string, rest: string, body?: unknown, headers = {}) =>
  crm.call(method, `/api/customers/${rest}`, { token: person.access, body, headers })
const byStaff = (who: 'manager' | 'owner', method: string, id: string, rest = '', body?: unknown) =>
  crm.call(method, `/api/customers/admin/customers/${id}/${rest}`, { token: cast[who].access, body })
const signIn = (email: string, device: string) =>
  crm.call('POST', '/api/customers/login/', { body: { email, password }, headers: { 'user-agent': device } })

const phone = 'Mozilla/5.0 (Linux; Android 15) Chrome/141.0.0.0 Mobile Safari/537.36'

describe('works', () => {
  test('somebody reads what they did and what the store did, newest first, and nothing of the daily round', async () => {
    const person = await signUp(crm)
    await own(person, 'PATCH', 'profile/', { city: 'Ajax' })
    await own(person, 'PUT', 'profile/picture/', await somePicture(), { 'content-type': 'image/png' })
    await own(person, 'POST', 'export/')
    await crm.call('POST', '/api/customers/token/refresh/', { body: { refresh: person.refresh } })
    await crm.call('POST', '/api/customers/login/', { body: { email: person.email, password: 'Wrong-1!' } })
    await turnOnFactor(crm, person.access)
    await byStaff('owner', 'DELETE', person.id, 'second-factor/')
    await byStaff('manager', 'PATCH', person.id, '', { city: 'Whitby' })
    await byStaff('manager', 'POST', person.id, 'notes/', { note: 'Owes us for the yams' })
    await byStaff('manager', 'DELETE', person.id, 'sessions/')
    const { json } = await signIn(person.email, phone)
    expect(await linesOf({ ...person, access: json.tokens.access })).toEqual([
      ['auth.logged_in', 'you'],
      ['auth.session_ended', 'store'],
      ['customer.profile_updated', 'store'],
      ['auth.second_factor_disabled', 'store'],
      ['auth.second_factor_enabled', 'you'],
      ['customer.data_exported', 'you'],
      ['customer.picture_changed', 'you'],
      ['customer.profile_updated', 'you'],
      ['customer.registered', 'you'],
    ])
  })

  test('a sign-in is told once for each device, whatever version its browser has', async () => {
    const person = await signUp(crm)
    for (const device of [phone, phone.replace('141.0.0.0', '142.0.7444.59'), 'Shop tablet/1.0', phone])
      expect((await signIn(person.email, device)).status).toBe(200)
    expect((await linesOf(person)).filter(([name]) => name === 'auth.logged_in')).toHaveLength(2)
    const { json } = await byStaff('manager', 'GET', person.id, 'events/')
    const details = json.results.filter(({ name }: Line) => name === 'auth.logged_in')
    expect(details.map(({ detail }: { detail: object }) => detail)).toEqual([
      {},
      { is_new_device: true },
      {},
      { is_new_device: true },
    ])
  })

  test('who was added by the store reads that, and a change of who may sign in is no change of the profile', async () => {
    const person = await signUp(crm)
    for (const change of [{ is_verified: true }, { is_verified: false, first_name: 'Ama' }])
      await byStaff('manager', 'PATCH', person.id, '', change)
    expect(await linesOf(person)).toEqual([
      ['customer.profile_updated', 'store'],
      ['customer.registered', 'you'],
    ])
  })

  test('page by page, each line once', async () => {
    const person = await signUp(crm)
    for (let change = 0; change < 44; change++) await own(person, 'PATCH', 'profile/', { city: `C${change}` })
    const ids: string[] = []
    let cursor: string | null = ''
    const sizes: number[] = []
    while (cursor !== null) {
      const { json } = await read(person, cursor)
      sizes.push(json.results.length)
      ids.push(...json.results.map(({ id }: Line) => id))
      cursor = json.next_cursor
    }
    expect([sizes, new Set(ids).size]).toEqual([[20, 20, 5], 45])
  })

  test('somebody of whom nothing is told yet has an empty list', async () => {
    const [id = ''] = await addCustomers(crm, [{}])
    const { rows } = await crm.database.pool.query('select email from customers where id = $1', [id])
    expect(rows).toHaveLength(1)
    const person = await signUp(crm)
    await crm.database.pool.query('update sessions set customer_id = $2 where customer_id = $1', [
      person.id,
      id,
    ])
    const { json } = await read({
      access: crm.auth.tokens.access({ customer_id: id, session_id: person.session_id }),
    })
    expect(json).toEqual({ results: [], next_cursor: null })
  })
})

describe('refuses', () => {
  test('nobody, and a cursor that is none', async () => {
    expect((await crm.call('GET', path)).status).toBe(401)
    const person = await signUp(crm)
    for (const cursor of ['abc', Buffer.from('2026-01-01T00:00:00Z x').toString('base64url')])
      expect(await read(person, cursor)).toMatchObject({
        status: 400,
        json: { cursor: [expect.any(String)] },
      })
  })
})

describe('protects', () => {
  test('staff: no line has a name, an id, an address or a detail', async () => {
    const person = await signUp(crm)
    await byStaff('manager', 'PATCH', person.id, '', { city: 'Whitby' })
    const { json, text } = await read(person)
    for (const line of json.results) expect(Object.keys(line)).toEqual(['id', 'name', 'created_at', 'by'])
    for (const secret of [cast.manager.id, 'manager', 'Ọlá', '127.0.0.1', 'Whitby'])
      expect(text).not.toContain(secret)
  })

  test('others: a cursor of somebody else opens only the own list', async () => {
    const [one, other] = [await signUp(crm), await signUp(crm)]
    for (let change = 0; change < 21; change++) await own(other, 'PATCH', 'profile/', { city: `C${change}` })
    const { json } = await read(other)
    const answer = await read(one, json.next_cursor)
    expect(answer.json.results.every(({ name }: Line) => name === 'customer.registered')).toBe(true)
    expect(answer.json.results.length).toBeLessThanOrEqual(1)
  })

  test('everybody: a year of being signed in is read past at once', { timeout: 60_000 }, async () => {
    const person = await signUp(crm)
    await crm.database.pool.query(
      `insert into audit_events (id, name, actor_role, customer_id)
       select gen_random_uuid(), 'auth.session_refreshed', 'anonymous', $1 from generate_series(1, 20000)`,
      [person.id],
    )
    const began = performance.now()
    expect((await linesOf(person)).length).toBe(1)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
