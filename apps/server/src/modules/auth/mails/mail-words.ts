import type { MailContent } from '../../../platform/mail/render-mail.ts'

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
