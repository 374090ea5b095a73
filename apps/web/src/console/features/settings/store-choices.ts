import { storeLanguages } from '@crm/contract'
import { region } from '../../../lib/language.ts'
import { m } from '../../../messages/messages.js'

type Choice = { value: string; label: string }

/** The languages in which the store's pages and mails are complete. */
export const languages = (): Choice[] =>
  storeLanguages.map((value) => ({ value, label: languageNames[value]() }))

const languageNames = { en: m.customer_language_en, fr: m.customer_language_fr }

/** Every time zone this browser knows, and the one in use in any case. */
export const timeZones = (used: string): Choice[] =>
  [...new Set([used, ...Intl.supportedValuesOf('timeZone')])]
    .sort()
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }))

/** Every currency, under its name in the reader's language. */
export function currencies(): Choice[] {
  const names = new Intl.DisplayNames(region(), { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${names.of(value) ?? value} (${value})`,
  }))
}
