import { afterAll, beforeAll, expect, test } from 'vitest'
import { signUp } from '../../../test/cast.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let busy: string
let other: string
beforeAll(async () => {
  crm = await createTestApp()
  busy = (await signUp(crm)).access
  other = (await signUp(crm)).access
})
afterAll(() => crm.close())

const change = (token: string, city: string) =>
  crm.call('PATCH', '/api/customers/profile/', { token, body: { city } })

test('sixty changes of one person at once are all made, one of them last', async () => {
  const cities = Array.from({ length: 60 }, (_, n) => `City ${n}`)
  const answers = await Promise.all(cities.map((city) => change(busy, city)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const { json } = await crm.call('GET', '/api/customers/profile/', { token: busy })
  expect(cities).toContain(json.city)
})

test('while the changes of one person wait for a lock, another changes and reads at once; the first are told', async () => {
  const client = await crm.database.pool.connect()
  try {
    await client.query('begin')
    const { json } = await crm.call('GET', '/api/customers/profile/', { token: busy })
    await client.query('select from customers where id = $1 for update', [json.id])
    const stuck = Array.from({ length: 40 }, () => change(busy, 'Brampton'))
    const began = performance.now()
    for (let n = 0; n < 5; n++) expect((await change(other, `Ajax ${n}`)).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(900)
    const answers = await Promise.all(stuck)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    expect(performance.now() - began).toBeLessThan(6_000)
  } finally {
    await client.query('rollback')
    client.release()
  }
  expect((await change(busy, 'Whitby')).status).toBe(200)
})

test('a change that is refused frees its turn', async () => {
  const unknown = '/api/customers/sessions/01890000-0000-7000-8000-000000000000/'
  const refused = Array.from({ length: 12 }, () => crm.call('DELETE', unknown, { token: busy }))
  for (const { status } of await Promise.all(refused)) expect(status).toBe(404)
  expect((await change(busy, 'Oshawa')).status).toBe(200)
})
