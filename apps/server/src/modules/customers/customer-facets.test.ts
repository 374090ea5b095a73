import type { CustomerFacets } from '@crm/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { foldFacetTallies } from './customer-facets.queries.ts'
import { cutMonths } from './customer-facets.rules.ts'
import { addCustomers } from './customers.fixture.ts'

let crm: TestApp
let token: string
const path = '/api/customers/admin/customers/'
const facets = async (query = ''): Promise<CustomerFacets> =>
  (await crm.call('GET', `${path}facets/?${query}`, { token })).json
const count = async (query: string) =>
  (await crm.call('GET', `${path}?page_size=1&${query}`, { token })).json.count

const cities = ['Toronto', 'toronto', 'Montréal', 'Montreal', 'Ajax', '']
const joinedOn = [
  '2023-12-31T23:59:59.9Z',
  '2024-01-01T00:00:00Z',
  '2024-06-15T12:00:00Z',
  '2025-03-01T00:00:00Z',
]

beforeAll(async () => {
  crm = await createTestApp()
  token = await crm.ownerToken()
  const people = Array.from({ length: 120 }, (_, index) => ({
    first_name: ['Ama', 'Kofi', 'Ọlá'][index % 3] ?? '',
    city: cities[index % 5 === 0 ? 0 : index % 6] ?? '',
    is_active: index % 7 !== 0,
    is_verified: index % 2 === 0,
    role: index % 31 === 0 ? ('cashier' as const) : null,
    date_joined: joinedOn[index % 4] ?? '',
  }))
  const ids = await addCustomers(crm, people)
  await crm.database.pool.query('update customers set trashed_at = now() where id = any($1)', [
    ids.slice(0, 15),
  ])
})
afterAll(() => crm.close())

describe('works', () => {
  test('every flag, city and year is counted, with the most usual spelling of each city', async () => {
    const all = await facets()
    expect(all.count).toBe(await count(''))
    expect(all.is_active).toEqual({
      true: await count('is_active=true'),
      false: await count('is_active=false'),
    })
    expect(all.cities.map(({ value }) => value).sort()).toEqual(['Ajax', 'Montreal', 'Toronto'])
    for (const { value, count: people } of all.cities)
      expect(people).toBe(await count(`city=${encodeURIComponent(value)}`))
    expect(all.cities).toEqual(all.cities.toSorted((a, b) => Number(b.count) - Number(a.count)))
    const thisYear = new Date().getUTCFullYear()
    expect(all.joined.map(({ year }) => year)).toEqual([thisYear, 2025, 2024, 2023])
  })

  test('no more than twenty cities are told', async () => {
    await addCustomers(
      crm,
      Array.from({ length: 25 }, (_, index) => ({ first_name: 'Zola', city: `City ${index}` })),
    )
    expect((await facets()).cities).toHaveLength(20)
    expect((await facets('search=zola')).cities).toHaveLength(20)
  })

  test('nobody found is nobody counted', async () => {
    expect(await facets('search=nobody-at-all')).toEqual({
      is_counted: true,
      count: 0,
      is_active: { true: 0, false: 0 },
      is_verified: { true: 0, false: 0 },
      is_staff: { true: 0, false: 0 },
      cities: [],
      joined: [],
    })
  })
})

const day = fc.constantFrom(
  '',
  '2023-12-31',
  '2024-01-01',
  '2024-06-15',
  '2024-12-31',
  '2025-02-28',
  '2025-03-01',
)
const yes = fc.constantFrom('', 'true', 'false')
const filters = fc.record({
  search: fc.constantFrom('', '', 'ama', 'o'),
  is_active: yes,
  is_verified: yes,
  is_staff: yes,
  city: fc.constantFrom('', '', 'TORONTO', 'montréal', 'nowhere'),
  date_joined_after: day,
  date_joined_before: day,
  trashed: fc.constantFrom('', '', 'true'),
})
const asQuery = (filter: Record<string, string>) => new URLSearchParams(filter).toString()

describe('each choice counts what the list would show', () => {
  test('whatever the other filters are', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const told = await facets(asQuery(filter))
        expect(told.count).toBe(await count(asQuery(filter)))
        for (const flag of ['is_active', 'is_verified', 'is_staff'] as const)
          for (const choice of ['true', 'false'] as const)
            expect(told[flag][choice], flag).toBe(await count(asQuery({ ...filter, [flag]: choice })))
        for (const { value, count: people } of told.cities.slice(0, 5))
          expect(people, value).toBe(await count(asQuery({ ...filter, city: value })))
        for (const { year, count: people } of told.joined)
          expect(people, String(year)).toBe(
            await count(
              asQuery({
                ...filter,
                date_joined_after: `${year}-01-01`,
                date_joined_before: `${year}-12-31`,
              }),
            ),
          )
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['', '', []],
    ['2024-01-01', '2024-12-31', []],
    ['2024-02-01', '2024-02-29', []],
    ['2023-02-01', '2023-02-28', []],
    ['2024-02-01', '2024-02-28', ['2024-02-01 2024-02-28']],
    ['2024-01-02', '2026-12-30', ['2024-01-02 2024-01-31', '2026-12-01 2026-12-30']],
    ['2024-05-01', '2024-06-01', ['2024-06-01 2024-06-01']],
    ['2024-05-07', '', ['2024-05-07 2024-05-31']],
    ['', '0001-02-03', ['0001-02-01 0001-02-03']],
    ['2025-01-02', '2024-12-30', []],
    ['9999-12-02', '', ['9999-12-02 9999-12-31']],
  ])('from %j to %j the months that are cut are told apart from the whole ones', (after, before, parts) => {
    const cut = cutMonths({
      date_joined_after: after || undefined,
      date_joined_before: before || undefined,
    })
    expect(cut.map((part) => `${part.date_joined_after} ${part.date_joined_before}`)).toEqual(parts)
  })
})

const differences = sql<object>`
  select * from (
    select is_active, is_verified, is_staff, is_trashed, city, joined_month, sum(amount) as tallied
    from customer_facet_tallies group by 1, 2, 3, 4, 5, 6 having sum(amount) <> 0
  ) as t full join (
    select is_active, is_verified, is_staff, trashed_at is not null as is_trashed, city,
      joined_month(date_joined) as joined_month, count(*) as real
    from customers group by 1, 2, 3, 4, 5, 6
  ) as c using (is_active, is_verified, is_staff, is_trashed, city, joined_month)
  where tallied is distinct from real`

describe('protects', () => {
  test('the tallies sum up to what is there after changes at once, folding among them', async () => {
    const { db } = crm.database
    const changes = [
      "city = 'Ajax'",
      'is_verified = not is_verified',
      "date_joined = date_joined - interval '1 year'",
      'trashed_at = now()',
    ]
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const change = sql.raw(changes[index % changes.length] ?? '')
        if (index % 5 === 0) return foldFacetTallies(db)
        if (index % 5 === 1) return addCustomers(crm, [{ city: 'Whitby' }, { city: 'whitby' }])
        await sql`update customers set ${change} where role is null
          and get_byte(uuid_send(id), 15) % 20 = ${index}`.execute(db)
      }),
    )
    await sql`delete from customers where city = 'whitby'`.execute(db)
    expect((await differences.execute(db)).rows).toEqual([])
    await foldFacetTallies(db)
    expect((await differences.execute(db)).rows).toEqual([])
    const { rows } = await sql<{ most: number }>`
      select max(rows) as most from (select count(*) as rows from customer_facet_tallies
        group by is_active, is_verified, is_staff, is_trashed, city, joined_month) as kinds`.execute(db)
    expect(rows).toEqual([{ most: 1 }])
  })

  test.each(['is_active=maybe', 'date_joined_after=yesterday'])('refuses %s by its name', async (query) => {
    const { status, json } = await crm.call('GET', `${path}facets/?${query}`, { token })
    expect([status, Object.keys(json)]).toEqual([400, [query.split('=')[0]]])
  })

  test('an address that is no id is still not found', async () => {
    expect((await crm.call('GET', `${path}facet/`, { token })).status).toBe(404)
  })
})
