import type { EventName, JobName } from '@crm/contract'
import type { JobPayload } from '../../platform/jobs/enqueue.ts'
import type { JobHandler } from '../../platform/jobs/worker.ts'
import type { Mailer } from '../../platform/mail/mailer.ts'
import { type MailContent, renderMail } from '../../platform/mail/render-mail.ts'
import {
  daysInTrash,
  findLeaver,
  findRecipient,
  findRecipientByEmail,
  forgetFormerEmail,
  listFormerEmails,
  type Recipient,
} from '../customers/index.ts'
import { getStore } from '../store/index.ts'
import type { AuthContext } from './context.ts'
import { mayMail } from './mails/mail-quota.ts'
import type { MailWords } from './mails/mail-words.ts'
import { mailWords } from './mails/mails.ts'
import { findTokenToMail, type Purpose } from './one-time-tokens.ts'
import { secondFactorNotice } from './second-factor/second-factor-notice.ts'
import { endSessions } from './sessions/sessions.queries.ts'

export type AuthJobsOptions = Pick<AuthContext, 'db' | 'makeToken'> & { mailer: Mailer; publicUrl: string }

const trashed: EventName = 'customer.trashed'

type AuthJob = Extract<JobName, `send-${string}` | 'end-sessions'>

type MailPlace = { language: string; timeZone: string }

/** The day on which the trash is emptied of them, as one says it where the store is. */
function deletionDay(trashedAt: string, { language, timeZone }: MailPlace): string {
  const day = new Date(trashedAt)
  day.setUTCDate(day.getUTCDate() + daysInTrash)
  return new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'long', timeZone }).format(day)
}

/** What follows from events in this module: mails, and the end of sessions of who may no longer sign in. */
export function authJobs({ db, makeToken, mailer, publicUrl }: AuthJobsOptions): Record<AuthJob, JobHandler> {
  const link = (path: string, token?: string) => {
    const url = new URL(path, publicUrl)
    if (token) url.searchParams.set('token', token)
    return url.href
  }
  const resetPage = link('/forgot-password')

  const send = async (
    to: Recipient,
    write: (words: MailWords, place: MailPlace) => MailContent,
    address = to.email,
  ) => {
    const store = await getStore(db)
    const { words, language } = mailWords(to.preferred_language, store.name)
    await mailer.send({
      to: address,
      ...renderMail(write(words, { language, timeZone: store.time_zone }), language),
    })
  }

  /** A job for who is still a customer; whoever left meanwhile gets nothing. */
  const forCustomer =
    (work: (customer: Recipient, payload: JobPayload) => Promise<void>): JobHandler =>
    async (payload) => {
      const customer = await findRecipient(db, String(payload.customer_id))
      if (customer) await work(customer, payload)
    }

  const withLink = (
    purpose: Purpose,
    path: string,
    write: (words: MailWords, to: Recipient, url: string) => MailContent,
  ) =>
    forCustomer(async (customer) => {
      const pending = await findTokenToMail(db, makeToken, customer, purpose)
      if (pending)
        await send(customer, (words) => write(words, customer, link(path, pending.token)), pending.email)
    })

  return {
    'send-verification-mail': withLink('verify_email', '/verify-email', (words, to, url) =>
      words.verifyEmail(to, url),
    ),
    'send-password-reset-mail': withLink('reset_password', '/reset-password', (words, to, url) =>
      words.resetPassword(to, url),
    ),
    'send-claim-mail': withLink('claim_account', '/reset-password', (words, to, url) =>
      words.claimAccount(to, url),
    ),
    'send-email-change-mail': forCustomer(async (customer) => {
      const pending = await findTokenToMail(db, makeToken, customer, 'change_email')
      if (!pending || !(await mayMail(db, 'change_email', pending.email))) return
      const holder = await findRecipientByEmail(db, pending.email)
      if (holder && holder.id !== customer.id) await send(holder, (words) => words.addressInUse(holder))
      else
        await send(
          customer,
          (words) => words.confirmNewEmail(customer, link('/verify-email', pending.token)),
          pending.email,
        )
      await send(customer, (words) => words.emailChangeAsked(customer))
    }),
    'send-email-changed-notice': forCustomer(async (customer) => {
      for (const { id, email } of await listFormerEmails(db, customer.id)) {
        await send(customer, (words) => words.emailChangedByStore(customer), email)
        await forgetFormerEmail(db, id)
      }
    }),
    'send-second-factor-notice': forCustomer((customer, payload) =>
      send(customer, (words) => words[secondFactorNotice(payload)](customer, resetPage)),
    ),
    'send-password-changed-notice': forCustomer((customer) =>
      send(customer, (words) => words.passwordChanged(customer, resetPage)),
    ),
    'send-session-warning': forCustomer((customer) =>
      send(customer, (words) => words.sessionStolen(customer, resetPage)),
    ),
    'send-deletion-notice': async ({ customer_id }) => {
      const leaver = await findLeaver(db, String(customer_id))
      if (!leaver) return
      await send(leaver, (words, place) =>
        words.accountDeleted(leaver, deletionDay(leaver.trashed_at, place)),
      )
    },
    'end-sessions': async ({ customer_id, event_name }) => {
      const reason = event_name === trashed ? 'trashed' : 'deactivated'
      await db.transaction().execute((tx) => endSessions(tx, String(customer_id), reason))
    },
  }
}
