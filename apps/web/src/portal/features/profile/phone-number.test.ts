import { expect, test } from 'vitest'
import { isSamePhoneNumber, isWholePhoneNumber, spellPhoneNumber } from './phone-number.ts'

test('a Canadian number in any spelling is written one way', () => {
  const spellings = ['4165550123', '(416) 555-0123', '416.555.0123', '416 555 0123']
  expect(spellings.map(spellPhoneNumber)).toEqual(spellings.map(() => '416 555-0123'))
  expect(spellPhoneNumber('+14165550123')).toBe('+1 416 555-0123')
  expect(spellPhoneNumber('1-416-555-0123')).toBe('1 416 555-0123')
})

test('while it is typed it grows from the left', () => {
  expect(['4', '416', '4165', '416555', '4165550'].map(spellPhoneNumber)).toEqual([
    '4',
    '416',
    '416 5',
    '416 555',
    '416 555-0',
  ])
})

test('numbers of other countries, extensions and words stay as typed', () => {
  for (const typed of ['+234 803 123 4567', '+49 30 901820', '416 555 0123 ext. 4', '41655501234567', ''])
    expect(spellPhoneNumber(typed)).toBe(typed)
})

test('a number that lacks digits is told from a whole one', () => {
  expect(
    ['4165550123', '+14165550123', '1 416 555-0123', '+234 803 123 4567'].map(isWholePhoneNumber),
  ).toEqual([true, true, true, true])
  expect(['416555012', '+1416555012', '41655501234', '+12', '080312345678'].map(isWholePhoneNumber)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

test('one number in two spellings is the same one', () => {
  expect(isSamePhoneNumber('(416) 555-0123', '+14165550123')).toBe(true)
  expect(isSamePhoneNumber('', '')).toBe(true)
  expect(isSamePhoneNumber('416 555-0124', '+14165550123')).toBe(false)
  expect(isSamePhoneNumber('', '+14165550123')).toBe(false)
})
