import { expect, test } from 'vitest'
import { phoneText } from './phone-text.ts'

test.each([
  ['+14165550123', '(416) 555-0123'],
  ['+442079460135', '+44 207 946 0135'],
  ['+2348031234567', '+234 803 123 4567'],
  ['+251911234567', '+251 91 123 4567'],
  ['+22890123456', '+228 9012 3456'],
  ['+33612345678', '+33 61 234 5678'],
  ['+5511987654321', '+55 1198 765 4321'],
  ['+2905551234', '+290 555 1234'],
  ['+1416555', '+1 41 6555'],
])('%s is written %s', (number, text) => {
  expect(phoneText(number)).toBe(text)
})

test.each(['', '416 555-0123', '+12', 'ask her sister'])('%j stays as it is', (number) => {
  expect(phoneText(number)).toBe(number)
})
