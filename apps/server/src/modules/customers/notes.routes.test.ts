import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, createCast } from '../../../test/cast.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { addCustomers } from './customers.fixture.ts'

let crm: TestApp
let cast: Cast
let id: string
const call = (method: string, rest = '', body?: unknown, name: keyof Cast = 'cashier') =>
  crm.call(method, `/api/customers/admin/customers/${id}/notes/${rest}`, { token: cast[name].access, body })

beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
  ;[id = ''] = await addCustomers(crm, [{ first_name: 'Ama', last_name: 'Owusu' }])
})
afterAll(() => crm.close())

describe('works', () => {
  test('a note is written, corrected by a colleague and removed; who wrote it stays', async () => {
    const added = await call('POST', '', { note: '  Likes plantain  ' })
    expect(added.status).toBe(201)
    expect(added.json).toMatchObject({
      customer: id,
      customer_name: 'Ama Owusu',
      note: 'Likes plantain',
      created_by: cast.cashier.id,
      created_by_name: 'Ọlá Adébáyọ̀',
    })
    const changed = await call('PATCH', `${added.json.id}/`, { note: 'Likes yam' }, 'manager')
    expect(changed.json).toEqual({ ...added.json, note: 'Likes yam', updated_at: changed.json.updated_at })
    expect(changed.json.updated_at > added.json.updated_at).toBe(true)
    expect((await call('DELETE', `${added.json.id}/`)).status).toBe(204)
    expect((await call('GET')).json).toEqual([])
  })

  test('the list is a bare array, newest first', async () => {
    for (const note of ['first', 'second', 'third']) await call('POST', '', { note })
    const texts = async () =>
      (await call('GET', '', undefined, 'auditor')).json.map(({ note }: { note: string }) => note)
    expect(await texts()).toEqual(['third', 'second', 'first'])
    // Written in the same moment: the id knows.
    await crm.database.pool.query('update customer_notes set created_at = now() where customer_id = $1', [id])
    expect(await texts()).toEqual(['third', 'second', 'first'])
  })

  test('a customer without a name is called by their address', async () => {
    const [nameless = ''] = await addCustomers(crm, [{ email: 'nameless@x.ca' }])
    const { json } = await crm.call('POST', `/api/customers/admin/customers/${nameless}/notes/`, {
      token: cast.cashier.access,
      body: { note: 'Hello' },
    })
    expect(json.customer_name).toBe('nameless@x.ca')
  })
})

describe('refuses', () => {
  test.each([
    [{}, 'This field is required.'],
    [{ note: ' ' }, 'This field may not be blank.'],
    [{ note: null }, 'This field may not be null.'],
    [{ note: 'x'.repeat(5_001) }, 'Ensure this field has no more than 5000 characters.'],
  ])('%j, and then nothing is written', async (body, message) => {
    const before = (await call('GET')).json
    expect(await call('POST', '', body)).toMatchObject({ status: 400, json: { note: [message] } })
    expect((await call('GET')).json).toEqual(before)
  })
})

describe('protects', () => {
  test("who reads the store's books may not write in them", async () => {
    for (const name of ['auditor', 'marketer'] as const)
      expect((await call('POST', '', { note: 'x' }, name)).status).toBe(403)
  })

  test('a note says what its author wrote: others of the till neither change nor remove it', async () => {
    const { json } = await call('POST', '', { note: 'No credit' }, 'owner')
    expect((await call('PATCH', `${json.id}/`, { note: 'Half price' })).status).toBe(403)
    expect((await call('DELETE', `${json.id}/`)).status).toBe(403)
    const kept = (await call('GET')).json.find((note: { id: string }) => note.id === json.id)
    expect(kept.note).toBe('No credit')
    expect((await call('DELETE', `${json.id}/`, undefined, 'manager')).status).toBe(204)
  })

  test('a note outlives the account of who wrote it', async () => {
    const [author = ''] = await addCustomers(crm, [{ first_name: 'Gone' }])
    const { json } = await call('POST', '', { note: 'Kept' })
    await crm.database.pool.query('update customer_notes set created_by = $2 where id = $1', [
      json.id,
      author,
    ])
    await crm.database.pool.query('delete from customers where id = $1', [author])
    const kept = (await call('GET')).json.find((note: { id: string }) => note.id === json.id)
    expect(kept).toMatchObject({ note: 'Kept', created_by: null, created_by_name: '' })
  })
})
