import { expect, test } from 'vitest'
import { filtersOf, isNarrowed, readListSearch } from './list-search.ts'

test('an address keeps what it asks for, and only what makes sense', () => {
  expect(
    readListSearch({
      search: 'Ọlá',
      is_active: 'true',
      is_staff: 'maybe',
      date_joined_after: '2026-01-01',
      date_joined_before: 'soon',
      ordering: '-last_login',
      page: '3',
      page_size: '50',
      nonsense: 'x',
    }),
  ).toEqual({
    search: 'Ọlá',
    is_active: 'true',
    date_joined_after: '2026-01-01',
    ordering: '-last_login',
    page: 3,
    page_size: 50,
  })
})

test.each([
  { page: '0' },
  { page: '-2' },
  { page: '1.5' },
  { page: 'last' },
  { page: '1' },
  { page_size: '25' },
  { page_size: '7' },
  { ordering: 'password' },
])('%o says nothing new', (query) => {
  expect(readListSearch(query)).toEqual({})
})

test('filters are what decides who is in the list; the trash alone narrows nothing', () => {
  expect(filtersOf({ city: 'Toronto', page: 2, ordering: 'email' })).toEqual({ city: 'Toronto' })
  expect(isNarrowed({ trashed: 'true', page: 2 })).toBe(false)
  expect(isNarrowed({ search: 'a' })).toBe(true)
})
