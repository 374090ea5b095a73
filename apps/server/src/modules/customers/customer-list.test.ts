import { customerOrderings } from '@crm/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { addCustomers } from './customers.fixture.ts'

let crm: TestApp
let token: string
const path = '/api/customers/admin/customers/'
const list = (query = '') => crm.call('GET', `${path}?${query}`, { token })
const emails = async (query: string) =>
  (await list(query)).json.results.map(({ email }: { email: string }) => email.split('@')[0])

beforeAll(async () => {
  crm = await createTestApp({ settings: { PUBLIC_URL: 'https://crm.example.com' } })
  token = await crm.ownerToken()
  await addCustomers(crm, [
    {
      email: 'titi@x.ca',
      first_name: 'Títílayọ̀',
      last_name: 'Ọlátúnjí',
      phone_number: '+14165550123',
      city: 'Toronto',
    },
    {
      email: 'etienne@x.ca',
      first_name: 'Étienne',
      last_name: "N'Guessan",
      city: 'Montréal',
      is_verified: true,
    },
    { email: 'tigist@x.ca', first_name: 'ትዕግሥት', last_name: '', city: 'toronto', is_active: false },
    {
      email: 'marie-claire@x.ca',
      first_name: 'Marie-Claire',
      last_name: 'Jean-Baptiste',
      phone_number: '+33123456789',
    },
    { email: 'wild_50%card@x.ca', first_name: 'Wild', last_name: 'Card' },
    { email: 'dara@x.ca', first_name: 'Dara', last_name: 'Old', date_joined: '2020-02-29T23:59:59.999999Z' },
    { email: 'cashier@x.ca', first_name: 'Chidi', last_name: 'Staff', role: 'cashier' },
  ])
})
afterAll(() => crm.close())

describe('searches', () => {
  test.each([
    ['titilayo olatunji', ['titi']],
    ['OLATUNJI Títí', ['titi']],
    ['latun tilay', ['titi']],
    ['étienne', ['etienne']],
    ['nguessan', ['etienne']],
    ['N’Guessan', ['etienne']],
    ['ትዕግሥት', ['tigist']],
    ['jean baptiste', ['marie-claire']],
    ['claire-jean', ['marie-claire']],
    ['416 555-0123', ['titi']],
    ['(416) 555.0123', ['titi']],
    ['+1 416 555 0123', ['titi']],
    ['5550123', ['titi']],
    ['TITI@X.CA', ['titi']],
    ['50%', ['wild_50%card']],
    ['d_5', ['wild_50%card']],
    ['%%', []],
    ['titilayo étienne', []],
  ])('%j finds %j', async (search, found) => {
    expect(await emails(`search=${encodeURIComponent(search)}`)).toEqual(found)
  })

  test('a blank search is none', async () => {
    expect((await list('search=%20%20')).json.count).toBe((await list()).json.count)
  })
})

describe('filters', () => {
  test.each([
    ['is_active=false', ['tigist']],
    ['is_active=no', ['tigist']],
    ['is_verified=true&is_staff=false', ['etienne']],
    ['is_staff=true', ['cashier', 'owner']],
    ['city=TORONTO', ['tigist', 'titi']],
    ['city=Montreal', ['etienne']],
    ['city=Mont', []],
    ['date_joined_before=2020-02-29', ['dara']],
    ['date_joined_before=2020-02-28', []],
    ['date_joined_after=2020-02-29&date_joined_before=2020-03-01', ['dara']],
    ['city=toronto&is_active=true&search=titi', ['titi']],
    ['is_active=&city=&date_joined_after=&date_joined_before=&is_staff=&search=olatunji', ['titi']],
  ])('%s finds %j', async (query, found) => {
    expect(await emails(`${query}&ordering=email`)).toEqual([...found].sort())
    expect((await list(query)).json.count).toBe(found.length)
  })

  test.each([
    ['is_active=maybe', 'is_active', 'Must be a valid boolean.'],
    ['date_joined_after=yesterday', 'date_joined_after', /YYYY-MM-DD/],
    ['ordering=password', 'ordering', '"password" is not a valid choice.'],
  ])('refuses %s by its name', async (query, field, message) => {
    const { status, json } = await list(query)
    expect(status).toBe(400)
    expect(Object.keys(json)).toEqual([field])
    expect(json[field][0]).toMatch(message)
  })
})

describe('pages', () => {
  beforeAll(async () => {
    const people = Array.from({ length: 60 }, (_, index) => ({
      email: `n${String(index).padStart(3, '0')}@y.ca`,
      first_name: ['Ama', 'ama', 'Ámá', 'Kofi', 'ትዕግሥት'][index % 5] ?? '',
      last_name: index % 2 ? '' : `Name ${index % 7}`,
      city: ['Ajax', 'ajax', 'Québec', ''][index % 4] ?? '',
      total_purchases: index % 6,
      loyalty_points: (index % 4) * 10,
      // Many share a moment: the id decides between them.
      date_joined: `2024-01-0${(index % 3) + 1}T00:00:00.00000${index % 2}Z`,
      last_login: index % 3 ? `2024-02-0${(index % 5) + 1}T00:00:00Z` : null,
    }))
    await addCustomers(crm, people)
  })

  const walk = async (first: string, step: 'next' | 'previous') => {
    const pages: string[][] = []
    let url: string | null = `${path}?${first}`
    while (url) {
      const { json, status, text } = await crm.call('GET', url.replace('https://crm.example.com', ''), {
        token,
      })
      expect(status, text).toBe(200)
      pages.push(json.results.map(({ id }: { id: string }) => id))
      url = json[step]
      expect(pages.length).toBeLessThan(50)
    }
    return pages
  }

  const orderings = customerOrderings.flatMap((ordering) => [ordering, `-${ordering}`])
  test.each(orderings)(
    'by %s: numbers and cursors, forward and back, give the same rows once each',
    async (ordering) => {
      const query = `ordering=${ordering}&page_size=7`
      const byNumber = await walk(query, 'next')
      const { count } = (await list(query)).json
      expect(new Set(byNumber.flat()).size).toBe(count)
      expect(byNumber.flat()).toHaveLength(count)

      const byCursor = await walk(`${query}&cursor=`, 'next')
      expect(byCursor).toEqual(byNumber)

      let last = (await list(`${query}&cursor=`)).json
      while (last.next)
        last = (await crm.call('GET', last.next.replace('https://crm.example.com', ''), { token })).json
      const back = await walk(new URL(last.previous).search.slice(1), 'previous')
      expect(back.toReversed().flat()).toEqual(byNumber.slice(0, -1).flat())

      const opposite = ordering.startsWith('-') ? ordering.slice(1) : `-${ordering}`
      expect((await walk(`ordering=${opposite}&page_size=200`, 'next')).flat()).toEqual(
        byNumber.flat().toReversed(),
      )
    },
  )

  test('a search is walked in the same way, with its filters', async () => {
    const query = 'search=ama&is_active=true&ordering=first_name&page_size=5'
    const byNumber = await walk(query, 'next')
    expect(await walk(`${query}&cursor=`, 'next')).toEqual(byNumber)
    expect(byNumber.flat()).toHaveLength((await list(query)).json.count)
  })

  test('the last page by its name and by its number is the same', async () => {
    const last = (await list('page=last&page_size=9')).json
    const number = Math.ceil(last.count / 9)
    const byNumber = (await list(`page=${number}&page_size=9`)).json
    expect(last.results).toEqual(byNumber.results)
    expect(last).toMatchObject({ next: null, next_cursor: null })
  })

  test.each(['0', '-1', 'abc', '1.0', '', '999999999', '1e3', '99999999999999999999'])(
    'page %j is not there',
    async (page) => {
      const { status, json } = await list(`page=${page}`)
      expect({ status, json }).toEqual({ status: 404, json: { detail: 'Invalid page.', code: 'not_found' } })
    },
  )

  test('an empty result is one page, and has no second', async () => {
    expect((await list('search=nobody-at-all')).json).toEqual({
      count: 0,
      is_count_exact: true,
      next: null,
      previous: null,
      results: [],
      next_cursor: null,
    })
    expect((await list('search=nobody-at-all&page=2')).status).toBe(404)
    expect((await list('search=nobody-at-all&page=last')).status).toBe(200)
  })

  test.each([
    ['', 20],
    ['page_size=5', 5],
    ['page_size=10000', 67],
    ['page_size=0', 20],
    ['page_size=-3', 20],
    ['page_size=abc', 20],
    ['page_size=1e9', 20],
  ])('%j shows %i rows', async (query, rows) => {
    const { count, results } = (await list(query)).json
    expect(results).toHaveLength(rows === 67 ? Math.min(count, 200) : rows)
  })

  test('a page never holds more than 200', async () => {
    await addCustomers(
      crm,
      Array.from({ length: 150 }, () => ({})),
    )
    const { json } = await list('page_size=1000')
    expect(json.count).toBeGreaterThan(200)
    expect(json.results).toHaveLength(200)
  })

  test('links are whole addresses, keep the question, and sort its parameters', async () => {
    const { next, previous } = (await list('page=2&search=ama&page_size=3&is_active=true')).json
    const base = 'https://crm.example.com/api/customers/admin/customers/'
    expect(next).toBe(`${base}?is_active=true&page=3&page_size=3&search=ama`)
    expect(previous).toBe(`${base}?is_active=true&page_size=3&search=ama`)
  })

  test('links of a two-word search read as they were typed', async () => {
    const { next } = (await list('search=a%20m,&page_size=1')).json
    expect(next ?? '').toMatch(/^$|search=a\+m%2C/)
  })
})

test('a name as long as it may be, in any script, is walked past by its cursor', async () => {
  const first_name = 'ﷺ'.repeat(150)
  await addCustomers(crm, [
    { first_name, city: 'ﷺ'.repeat(100) },
    { first_name, city: 'ﷺ'.repeat(100) },
  ])
  for (const ordering of ['-first_name', '-city', '-email']) {
    const { next_cursor } = (await list(`ordering=${ordering}&page_size=1`)).json
    const second = await list(`ordering=${ordering}&page_size=1&cursor=${next_cursor}`)
    expect(second.status, second.text).toBe(200)
  }
})
