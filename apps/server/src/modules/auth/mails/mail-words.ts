import type { MailContent } from '../../../platform/mail/render-mail.ts'

/** The words of every mail that this module sends, in one language. A language that lacks one does not compile. */
export type MailWords = {
  verifyEmail(to: Addressee, url: string): MailContent
  claimAccount(to: Addressee, url: string): MailContent
  resetPassword(to: Addressee, url: string): MailContent
  confirmNewEmail(to: Addressee, url: string): MailContent
  emailChangeAsked(to: Addressee): MailContent
  emailChangedByStore(to: Addressee): MailContent
  addressInUse(to: Addressee): MailContent
  passwordChanged(to: Addressee, url: string): MailContent
  /** `day` is written out in the language of the mail. */
  accountDeleted(to: Addressee, day: string): MailContent
  secondFactorOn(to: Addressee, url: string): MailContent
  secondFactorOff(to: Addressee, url: string): MailContent
  secondFactorRemoved(to: Addressee, url: string): MailContent
  recoveryCodesRenewed(to: Addressee, url: string): MailContent
  sessionStolen(to: Addressee, url: string): MailContent
}

export type Addressee = { first_name: string }

/**
 * The name to greet with, or nothing where it reads like a link: who registers a stranger's address chooses the name
 * in the mail that the stranger gets.
 */
export const greetingName = ({ first_name }: Addressee) =>
  /:\/\/|www\.|\p{L}\.\p{L}{2,}/iu.test(first_name) ? '' : first_name
