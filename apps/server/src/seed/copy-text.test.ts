import { expect, it } from 'vitest'
import { copyValue } from './copy-text.ts'

it('escapes what would end a field or a row, and the escape itself', () => {
  expect(copyValue('a\tb\nc\rd\\e')).toBe('a\\tb\\nc\\rd\\\\e')
})

it('tells nothing from empty text', () => {
  expect(copyValue(null)).toBe('\\N')
  expect(copyValue('')).toBe('')
  expect(copyValue('\\N')).toBe('\\\\N')
})

it('writes instants in UTC and truth as a letter', () => {
  expect(copyValue(new Date('2026-11-01T00:00:00Z'))).toBe('2026-11-01T00:00:00.000Z')
  expect([true, false].map(copyValue)).toEqual(['t', 'f'])
})
