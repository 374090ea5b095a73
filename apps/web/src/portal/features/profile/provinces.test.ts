import { expect, test, vi } from 'vitest'
import { isCanada, provinceChoices, provinceName } from './provinces.ts'

vi.mock('../../../lib/language.ts', () => ({ language: () => 'fr' }))

test('a province is known by its code and in both languages', () => {
  expect(['ON', 'ontario', 'Québec', 'QUEBEC', 'nouvelle-ecosse', 'Lagos', ''].map(provinceName)).toEqual([
    'Ontario',
    'Ontario',
    'Quebec',
    'Quebec',
    'Nova Scotia',
    'Lagos',
    '',
  ])
})

test('what is kept can be chosen though it is no province', () => {
  const choices = provinceChoices('Lagos', 'Aucune')
  expect(choices[0]).toEqual({ value: '', label: 'Aucune' })
  expect(choices[1]).toEqual({ value: 'Lagos', label: 'Lagos' })
  expect(choices).toHaveLength(15)
  expect(choices).toContainEqual({ value: 'Quebec', label: 'Québec' })
})

test('an address without a country is taken for a Canadian one', () => {
  expect(['', 'Canada', ' CANADA', 'ca', 'Nigeria'].map(isCanada)).toEqual([true, true, true, true, false])
})
