import type { MailContent } from '../../../platform/mail/render-mail.ts'
import { english } from './mails.en.ts'
import { french } from './mails.fr.ts'

/** The words of every mail that this module sends, in one language. A language that lacks one does not compile. */
export type MailWords = {
  verifyEmail(to: Addressee, url: string): MailContent
  claimAccount(to: Addressee, url: string): MailContent
  resetPassword(to: Addressee, url: string): MailContent
  confirmNewEmail(to: Addressee, url: string): MailContent
  emailChangeAsked(to: Addressee): MailContent
  addressInUse(to: Addressee): MailContent
  passwordChanged(to: Addressee, url: string): MailContent
  sessionStolen(to: Addressee, url: string): MailContent
}

export type Addressee = { first_name: string }

const words: Record<string, MailWords> = { en: english, fr: french }

/** The words in a customer's language, or in English until it has its own; says which it is. */
export function mailWords(language: string): { words: MailWords; language: string } {
  const known = words[language]
  return known ? { words: known, language } : { words: english, language: 'en' }
}
