import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, newEmail, type TestApp } from '../../../test/test-app.ts'
import { foldTallies } from './customer-list.queries.ts'
import { addCustomers } from './customers.fixture.ts'

let crm: TestApp
let token: string
const path = '/api/customers/admin/customers/'
beforeAll(async () => {
  crm = await createTestApp()
  token = await crm.ownerToken()
})
afterAll(() => crm.close())

const count = async (query: string) =>
  (await crm.call('GET', `${path}?page_size=1&${query}`, { token })).json.count
const queries = [
  '',
  'is_active=true',
  'is_active=false',
  'is_verified=true',
  'is_staff=true',
  'trashed=true',
] as const
const counts = async () =>
  Object.fromEntries(await Promise.all(queries.map(async (query) => [query, await count(query)])))

describe('the counts of a list are exact after every step', () => {
  test('from creating a customer to taking them out of the trash', async () => {
    const expected = await counts()
    const step = async (method: string, rest: string, changes: Record<string, number>, body?: unknown) => {
      const { status, json, text } = await crm.call(method, `${path}${rest}`, { token, body })
      expect(status, text).toBeLessThan(300)
      for (const [query, change] of Object.entries(changes)) expected[query] += change
      expect(await counts()).toEqual(expected)
      return json
    }
    const { id } = await step(
      'POST',
      '',
      { '': 1, 'is_active=true': 1 },
      { email: newEmail(), first_name: 'Ama' },
    )
    await step('PATCH', `${id}/`, { 'is_verified=true': 1 }, { is_verified: true })
    await step('PATCH', `${id}/`, {}, { city: 'Ajax' })
    await step('PATCH', `${id}/`, { 'is_active=true': -1, 'is_active=false': 1 }, { is_active: false })
    await step('PUT', `${id}/role/`, { 'is_staff=true': 1 }, { role: 'auditor' })
    const gone = { '': -1, 'is_active=false': -1, 'is_verified=true': -1, 'is_staff=true': -1 }
    await step('DELETE', `${id}/`, { ...gone, 'trashed=true': 1 })
    const back = Object.fromEntries(Object.entries(gone).map(([query, change]) => [query, -change]))
    await step('POST', `${id}/restoration/`, { ...back, 'trashed=true': -1 })
  })
})

const differences = sql<{ tallied: number; real: number }>`
  select coalesce(tallied, 0)::int8 as tallied, coalesce(real, 0)::int8 as real
  from (select is_active, is_verified, is_staff, is_trashed, sum(amount) as tallied from customer_tallies group by 1, 2, 3, 4) as t
  full join (
    select is_active, is_verified, is_staff, trashed_at is not null as is_trashed, count(*) as real from customers group by 1, 2, 3, 4
  ) as c using (is_active, is_verified, is_staff, is_trashed)
  where coalesce(tallied, 0) <> coalesce(real, 0)`

type Step = { kind: 'add' | 'delete' | 'fold' | 'truncate' } | { kind: 'update'; set: string; share: number }

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add', 'add', 'delete', 'fold') }),
  fc.record({
    kind: fc.constant('update' as const),
    set: fc.constantFrom(
      'is_active = not is_active',
      'is_verified = true',
      "role = 'cashier'",
      'role = null',
      'trashed_at = now()',
      'trashed_at = null',
      "city = 'Ajax'",
      "is_active = false, is_verified = false, role = 'auditor', trashed_at = now()",
    ),
    share: fc.integer({ min: 1, max: 4 }),
  }),
)

const aShare = (share: number) =>
  sql.raw(`get_byte(uuid_send(id), 15) % ${share} = 0 and role is distinct from 'owner'`)

async function take(step: Step): Promise<void> {
  const { db } = crm.database
  if (step.kind === 'add') await addCustomers(crm, [{}, { is_verified: true }, { is_active: false }])
  if (step.kind === 'delete') await sql`delete from customers where ${aShare(3)}`.execute(db)
  if (step.kind === 'fold') await foldTallies(db)
  if (step.kind === 'update')
    await sql`update customers set ${sql.raw(step.set)} where ${aShare(step.share)}`.execute(db)
}

describe('the tallies sum up to what is there', () => {
  test('after anything that may happen, one thing after another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 12 }), async (all) => {
        for (const step of all) await take(step)
        expect((await differences.execute(crm.database.db)).rows).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('after twenty at once, folding among them, and when a change is taken back', async () => {
    const all: Step[] = Array.from({ length: 20 }, (_, index) => ({ kind: index % 3 ? 'add' : 'fold' }))
    await Promise.all(all.map(take))
    await crm.database.db
      .transaction()
      .execute(async (tx) => {
        await sql`update customers set is_verified = not is_verified`.execute(tx)
        throw new Error('taken back')
      })
      .catch(() => {})
    expect((await differences.execute(crm.database.db)).rows).toEqual([])
    await foldTallies(crm.database.db)
    const { rows } = await crm.database.pool.query('select count(*)::int as rows from customer_tallies')
    expect(rows[0].rows).toBeLessThanOrEqual(16)
  })
})
