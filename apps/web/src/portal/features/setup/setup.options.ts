import { language } from '../../../lib/language.ts'

/** Money that the store's neighbours count in; Canada's first. */
const currencies = ['CAD', 'USD', 'EUR', 'GBP', 'GHS', 'HTG', 'JMD', 'KES', 'NGN', 'TTD', 'XAF', 'XCD', 'XOF']
const canadian = [
  'America/Toronto',
  'America/Vancouver',
  'America/Edmonton',
  'America/Winnipeg',
  'America/Halifax',
  'America/St_Johns',
]

type Option = { value: string; label: string }

export function currencyOptions(): Option[] {
  const names = new Intl.DisplayNames([language()], { type: 'currency' })
  return currencies.map((value) => ({ value, label: `${names.of(value)} (${value})` }))
}

/** Where this device is. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'America/Toronto'

/** Every time zone that the browser knows; old ones know at least those of Canada and their own. */
export function timeZoneOptions(): Option[] {
  const known = Intl.supportedValuesOf?.('timeZone') ?? []
  const all = [...new Set([ownTimeZone(), ...canadian, ...known])]
  return all.map((value) => ({ value, label: value.replaceAll('_', ' ').replaceAll('/', ' · ') }))
}

export const languageOptions: Option[] = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
]
