import { expect, test, vi } from 'vitest'
import { countText } from './count-text.ts'

let region = 'en-CA'
vi.mock('../../../lib/language.ts', () => ({ region: () => region }))

test.each([
  ['en-CA', '10,000'],
  ['fr-CA', '10\u00a0000'],
])('in %s a search that finds more than are counted says so with a plus', (language, figures) => {
  region = language
  expect(countText({ count: 10_000, is_count_exact: false })).toBe(`${figures}+`)
  expect(countText({ count: 10_000, is_count_exact: true })).toBe(figures)
  expect(countText({ count: 0, is_count_exact: true })).toBe('0')
})
