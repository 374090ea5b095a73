import { expect, test, vi } from 'vitest'
import { formatMoment, formatTime } from './format.ts'

let region = 'fr-CA'
vi.mock('./language.ts', () => ({ region: () => region }))

test('a French time is never broken over two lines', () => {
  expect(formatTime('2026-11-23T12:08')).toBe('12\u00a0h\u00a008')
  expect(formatMoment('2026-11-23T12:08')).toMatch(/, 12\u00a0h\u00a008$/)
  region = 'en-CA'
  expect(formatTime('2026-11-23T12:08')).toMatch(/^12:08\sp\.m\.$/)
})
