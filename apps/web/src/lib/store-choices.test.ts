import { afterEach, describe, expect, test, vi } from 'vitest'
import { currencyChoices, languageChoices, timeZoneChoices } from './store-choices.ts'

let region = 'en-CA'
vi.mock('./language.ts', () => ({ region: () => region, languages: ['en', 'fr'] }))
afterEach(() => {
  region = 'en-CA'
  vi.unstubAllGlobals()
})

const labels = (choices: { label: string }[]) => choices.map(({ label }) => label)
const names = (choices: { label: string }[]) =>
  labels(choices).map((label) => label.slice(0, -' (CAD)'.length))
const values = (choices: { value: string }[]) => choices.map(({ value }) => value)

describe('works', () => {
  test('every currency is there once: those of here first, the others by name', () => {
    const choices = currencyChoices()
    expect(labels(choices).slice(0, 2)).toEqual(['Canadian Dollar (CAD)', 'US Dollar (USD)'])
    expect(values(choices).toSorted()).toEqual([...Intl.supportedValuesOf('currency')].sort())
    const others = names(choices).slice(13)
    expect(others[0]).toMatch(/^A/)
    expect(others).toEqual(others.toSorted(new Intl.Collator('en-CA').compare))
  })

  test('in French they have French names, in their order', () => {
    region = 'fr-CA'
    expect(labels(currencyChoices())).toContain('Cédi ghanéen (GHS)')
    expect(labels(languageChoices())).toEqual(['Anglais', 'Français'])
    const others = names(currencyChoices()).slice(13)
    expect(others).toEqual(others.toSorted(new Intl.Collator('fr-CA').compare))
  })

  test('what is in use is a choice even where the browser does not know it', () => {
    expect(values(currencyChoices('ZZZ')).filter((one) => one === 'ZZZ')).toEqual(['ZZZ'])
    expect(values(timeZoneChoices('Mars/Olympus')).filter((one) => one === 'Mars/Olympus').length).toBe(1)
  })

  test('an old browser, which knows no lists, offers those of here', () => {
    vi.stubGlobal('Intl', {
      ...Intl,
      DisplayNames: Intl.DisplayNames,
      Collator: Intl.Collator,
      supportedValuesOf: undefined,
    })
    expect(values(currencyChoices('JPY'))).toHaveLength(14)
    expect(values(timeZoneChoices('Africa/Lagos')).slice(-2)).toEqual(['America/St_Johns', 'Africa/Lagos'])
  })

  test('time zones are read as places, Toronto first', () => {
    const choices = timeZoneChoices('Africa/Lagos')
    expect(choices[0]).toEqual({ value: 'America/Toronto', label: 'America · Toronto' })
    expect(labels(choices)).toContain('America · Buenos Aires')
    expect(new Set(values(choices)).size).toBe(choices.length)
  })
})
