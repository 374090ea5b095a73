import { expect, test } from 'vitest'
import { formatNumber } from '../../../lib/format.ts'
import { countText } from './count-text.ts'

test('a count that is not exact says that there are more', () => {
  expect(countText({ count: 10_000, is_count_exact: true })).toBe(formatNumber(10_000))
  expect(countText({ count: 10_000, is_count_exact: false })).toBe(`${formatNumber(10_000)}+`)
})
