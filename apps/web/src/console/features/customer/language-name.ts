import type { languages } from '@crm/contract'
import { m } from '../../../messages/messages.js'

/** A customer's language in the reader's words. */
export const languageNames: Record<(typeof languages)[number], () => string> = {
  en: m.customer_language_en,
  fr: m.customer_language_fr,
  ht: m.customer_language_ht,
  es: m.customer_language_es,
  pt: m.customer_language_pt,
  sw: m.customer_language_sw,
  yo: m.customer_language_yo,
  am: m.customer_language_am,
}
