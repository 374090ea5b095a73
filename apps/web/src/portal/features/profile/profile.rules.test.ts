import type { Profile } from '@crm/contract'
import { expect, test } from 'vitest'
import { changesIn, unfinishedIn } from './profile.rules.ts'

const profile = {
  first_name: 'Ọlá',
  last_name: '',
  phone_number: '+14165550123',
  date_of_birth: '1990-05-01',
} as Profile

test('only what differs is sent', () => {
  const same = {
    first_name: 'Ọlá ',
    last_name: '',
    phone_number: '+1 416 555-0123',
    date_of_birth: '1990-05-01',
  }
  expect(changesIn(same, profile)).toEqual({})
  expect(changesIn({ ...same, last_name: ' Adébáyọ̀ ' }, profile)).toEqual({ last_name: 'Adébáyọ̀' })
})

test('what was emptied is sent as nothing', () => {
  expect(changesIn({ phone_number: '', date_of_birth: '' }, profile)).toEqual({
    phone_number: '',
    date_of_birth: null,
  })
})

test('all that is half is told at once, and only of what was changed', () => {
  const half = { first_name: '', phone_number: '416 555', postal_code: 'M5V' }
  const here = { isCanadian: true }
  expect(unfinishedIn(half, here)).toEqual(['first_name', 'phone_number', 'postal_code'])
  expect(unfinishedIn({ city: 'Ajax' }, here)).toEqual([])
  expect(unfinishedIn({ phone_number: '', postal_code: '' }, here)).toEqual([])
})

test('codes of other countries are not looked at', () => {
  expect(unfinishedIn({ postal_code: 'GA-039' }, { isCanadian: false })).toEqual([])
})
