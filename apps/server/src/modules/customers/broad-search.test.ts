import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let token: string
const path = '/api/customers/admin/customers/'
const ask = async (query: string) => (await crm.call('GET', `${path}${query}`, { token })).json
const emailsOf = ({ results }: { results: { email: string }[] }) => results.map(({ email }) => email)

/** So many with this surname, who joined a minute after each other from a day on. */
const add = (amount: number, name: string, city: string, from: string) =>
  crm.database.pool.query(
    `insert into customers (id, email, first_name, last_name, city, date_joined)
     select gen_random_uuid(), $2 || n || '@x.ca', 'Ama', $2, $3, $4::timestamptz + n * interval '1 minute'
     from generate_series(1, $1::int) as n`,
    [amount, name, city, from],
  )

beforeAll(async () => {
  crm = await createTestApp()
  token = await crm.ownerToken()
  await add(21_000, 'Abara', 'Toronto', '2024-02-01')
  await add(10_000, 'Mbeki', 'Ajax', '2024-09-01')
  await add(10_001, 'Zwane', 'Ajax', '2025-02-01')
  await crm.database.pool.query('analyze customers')
}, 120_000)
afterAll(() => crm.close())

describe('what more than ten thousand match', () => {
  test('is counted so far, and says that there are more; ten thousand are counted', async () => {
    expect(await ask('?search=zwane')).toMatchObject({ count: 10_000, is_count_exact: false })
    expect(await ask('?search=mbeki')).toMatchObject({ count: 10_000, is_count_exact: true })
    expect(await ask('?city=toronto')).toMatchObject({ count: 21_000, is_count_exact: true })
  })

  test.each([
    ['-date_joined', 'date_joined desc, id desc'],
    ['last_name', 'last_name, id'],
    ['-last_name', 'last_name desc, id desc'],
    ['email', 'email_key, id'],
  ])('is in order, whether the words have to do with the order or not (%s)', async (ordering, order) => {
    const { rows } = await crm.database.pool.query<{ email: string }>(
      `select email from customers where last_name = 'Zwane' order by ${order} limit 40`,
    )
    const pages = [1, 2].map((page) => ask(`?search=zwane&ordering=${ordering}&page=${page}`))
    expect((await Promise.all(pages)).flatMap(emailsOf)).toEqual(rows.map(({ email }) => email))
  })

  test('has as many numbered pages as are counted, and goes on by cursor', async () => {
    const last = await ask('?search=zwane&page=last&page_size=200')
    expect(last).toMatchObject({ next: null, next_cursor: expect.any(String) })
    expect(last.previous).toContain('page=49')
    const beyond = await crm.call('GET', `${path}?search=zwane&page=51&page_size=200`, { token })
    expect(beyond.status).toBe(404)
    const rest = await ask(`?search=zwane&page_size=200&cursor=${last.next_cursor}`)
    expect(emailsOf(rest)).toEqual(['Zwane1@x.ca'])
    expect(rest).toMatchObject({ count: 10_000, is_count_exact: false, next_cursor: null })
  })

  test('is not counted for the facets, whose choices are told all the same', async () => {
    const unknown = { true: null, false: null }
    expect(await ask('facets/?search=zwane&is_active=true')).toEqual({
      is_counted: false,
      count: null,
      is_active: unknown,
      is_verified: unknown,
      is_staff: unknown,
      cities: [
        { value: 'Toronto', count: null },
        { value: 'Ajax', count: null },
      ],
      joined: [new Date().getUTCFullYear(), 2025, 2024].map((year) => ({ year, count: null })),
    })
    expect(await ask('facets/?search=mbeki')).toMatchObject({ is_counted: true, count: 10_000 })
  })
})

test.each(['', '&ordering=last_name', '&date_joined_after=2024-02-05', '&search=mbeki'])(
  'the last page, which is found from the end, is what the cursors come to (%s)',
  async (filter) => {
    const query = `?city=ajax&page_size=200${filter}`
    const last = await ask(`${query}&page=last`)
    const number = Math.ceil(last.count / 200)
    expect(emailsOf(await ask(`${query}&page=${number}`))).toEqual(emailsOf(last))
    const before = await ask(`${query}&page=${number - 1}`)
    expect(before.results).toHaveLength(200)
    expect(emailsOf(await ask(`${query}&cursor=${before.next_cursor}`))).toEqual(emailsOf(last))
    expect(last.results).toHaveLength(last.count - 200 * (number - 1))
  },
)
