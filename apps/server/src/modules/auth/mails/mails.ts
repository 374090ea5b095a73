import type { MailWords } from './mail-words.ts'
import { english } from './mails.en.ts'
import { french } from './mails.fr.ts'

const words: Record<string, (store: string) => MailWords> = { en: english, fr: french }

/** The words in a customer's language, or in English until it has its own, in the store's name; says which it is. */
export function mailWords(language: string, store: string): { words: MailWords; language: string } {
  const known = words[language]
  return known ? { words: known(store), language } : { words: english(store), language: 'en' }
}
