import { languages, region } from './language.ts'

/** What a store can be set to, in the reader's words: what stores here use comes first, then everything else by name. */
export type StoreChoice = { value: string; label: string }

/** The languages in which the store's pages and mails are complete. */
export const languageChoices = (): StoreChoice[] => named('language', languages)

/** Money that the store's neighbours count in; Canada's first. */
const near = ['CAD', 'USD', 'EUR', 'GBP', 'GHS', 'HTG', 'JMD', 'KES', 'NGN', 'TTD', 'XAF', 'XCD', 'XOF']

/** Every currency that this browser knows; the one in use in any case. */
export function currencyChoices(used = 'CAD'): StoreChoice[] {
  const others = without(near, [used, ...known('currency')])
  const choices = [...named('currency', near), ...byName(named('currency', others))]
  return choices.map(({ value, label }) => ({ value, label: `${label} (${value})` }))
}

const canadian = [
  'America/Toronto',
  'America/Vancouver',
  'America/Edmonton',
  'America/Winnipeg',
  'America/Halifax',
  'America/St_Johns',
]

/** Every time zone that this browser knows; the one in use, or else of this device, in any case. */
export function timeZoneChoices(used = ownTimeZone()): StoreChoice[] {
  const zones = [...canadian, ...without(canadian, [used, ...known('timeZone')]).sort()]
  return zones.map((value) => ({ value, label: value.replaceAll('_', ' ').replaceAll('/', ' · ') }))
}

/** Where this device is. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'America/Toronto'

/** Old browsers know no lists. */
const known = (key: 'currency' | 'timeZone') => Intl.supportedValuesOf?.(key) ?? []

const without = (those: readonly string[], all: readonly string[]) =>
  [...new Set(all)].filter((one) => !those.includes(one))

/** Names begin in capitals, as what stands beside them does. */
function named(type: 'currency' | 'language', values: readonly string[]): StoreChoice[] {
  const names = new Intl.DisplayNames(region(), { type })
  return values.map((value) => {
    const name = names.of(value) ?? value
    return { value, label: name.charAt(0).toLocaleUpperCase(region()) + name.slice(1) }
  })
}

function byName(choices: readonly StoreChoice[]): StoreChoice[] {
  const { compare } = new Intl.Collator(region())
  return [...choices].sort((a, b) => compare(a.label, b.label))
}
