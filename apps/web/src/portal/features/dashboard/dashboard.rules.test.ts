import type { Profile } from '@crm/contract'
import { expect, test } from 'vitest'
import { missingIn, partOfDay } from './dashboard.rules.ts'

test('the greeting follows the clock, also long after midnight', () => {
  expect([5, 11, 12, 17, 18, 23, 0, 4].map(partOfDay)).toEqual([
    'morning',
    'morning',
    'afternoon',
    'afternoon',
    'evening',
    'evening',
    'evening',
    'evening',
  ])
})

test('what was told is not asked for again', () => {
  const nothing = { profile_picture: '', phone_number: '', dietary_preferences: '', favorite_products: '' }
  expect(missingIn(nothing as Profile)).toEqual(['picture', 'phone', 'preferences'])
  expect(missingIn({ ...nothing, favorite_products: 'Plantain' } as Profile)).toEqual(['picture', 'phone'])
  expect(
    missingIn({
      profile_picture: '/media/pictures/x-256.webp',
      phone_number: '+14165550123',
      dietary_preferences: 'Halal',
      favorite_products: '',
    } as Profile),
  ).toEqual([])
})
