import type { Profile } from '@crm/contract'
import { expect, test } from 'vitest'
import { changesIn } from './profile.rules.ts'

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
