import { expect, test } from 'vitest'
import { fulfilled } from './password-advice.ts'

test('each rule is told by itself', () => {
  expect([...fulfilled('')]).toEqual([])
  expect([...fulfilled('12345678')]).toEqual(['length', 'digit'])
  expect([...fulfilled('jollof')]).toEqual(['letter'])
  expect([...fulfilled('Jollof-Friday-24')]).toEqual(['length', 'letter', 'digit', 'special'])
})

test('letters with marks and of other scripts are letters, and a space is nothing special', () => {
  expect(fulfilled('ọ̀ሰላም').has('letter')).toBe(true)
  expect(fulfilled('ọ̀ ọ̀ ọ̀').has('special')).toBe(false)
  expect(fulfilled('🍌🍌🍌🍌').has('length')).toBe(false)
})
