import { expect, test } from 'vitest'
import { keptRules } from './password-advice.ts'

const kept = (password: string) => [...keptRules(password, {})].filter((rule) => rule !== 'unlike')

test('each rule is told by itself', () => {
  expect(kept('')).toEqual([])
  expect(kept('12345678')).toEqual(['length', 'digit'])
  expect(kept('jollof')).toEqual(['letter'])
  expect(kept('Jollof-Friday-24')).toEqual(['length', 'letter', 'digit', 'special'])
})

test('letters with marks and of other scripts are letters, and a space is nothing special', () => {
  expect(kept('ọ̀ሰላም')).toContain('letter')
  expect(kept('ọ̀ ọ̀ ọ̀')).not.toContain('special')
  expect(kept('🍌🍌🍌🍌')).not.toContain('length')
})

test('a name that makes up half of it is told', () => {
  const owner = { email: 'abi@example.com', first_name: 'Abimbola' }
  expect(keptRules('Abimbola-1', owner)).not.toContain('unlike')
  expect(keptRules('Papaya-Abimbola-Mango-1', owner)).toContain('unlike')
})
