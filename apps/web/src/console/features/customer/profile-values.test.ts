import type { CustomerDetail } from '@crm/contract'
import { expect, test } from 'vitest'
import { changesOf, profileValues } from './profile-values.ts'

const before = profileValues({
  first_name: 'Ọlá',
  city: 'Toronto',
  date_of_birth: '1990-04-12',
} as CustomerDetail)

test('sends only what was changed', () => {
  expect(changesOf(before, { ...before })).toEqual({})
  expect(changesOf(before, { ...before, city: 'Brampton' })).toEqual({ city: 'Brampton' })
})

test('no date of birth is sent as null, and a customer without one has none to change', () => {
  expect(changesOf(before, { ...before, date_of_birth: '' })).toEqual({ date_of_birth: null })
  const without = profileValues({ date_of_birth: null } as CustomerDetail)
  expect(changesOf(without, { ...without })).toEqual({})
})
