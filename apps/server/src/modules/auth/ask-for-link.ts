import type { EventName, JobName } from '@crm/contract'
import { NIL } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { recordEvent } from '../audit/index.ts'
import { findRecipientByEmail, type Recipient } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { mayMail } from './mails/mail-quota.ts'
import { issueToken, type Purpose } from './one-time-tokens.ts'

/** What can be asked for by anybody who types an address. */
type LinkKind = {
  purpose: Purpose
  event: EventName
  job: JobName
  /** Who would have a use for it. */
  isFor(recipient: Recipient): boolean
}

const verification: LinkKind = {
  purpose: 'verify_email',
  event: 'auth.verification_requested',
  job: 'send-verification-mail',
  isFor: ({ is_verified }) => !is_verified,
}
const passwordReset: LinkKind = {
  purpose: 'reset_password',
  event: 'auth.password_reset_requested',
  job: 'send-password-reset-mail',
  isFor: () => true,
}

/** Mails the verification link again, if there is somebody unverified at the address; who asks can't tell. */
export const askForVerification = (context: AuthContext, actor: Actor, email: string) =>
  askForLink(context, actor, email, verification)

/** Mails a link for a new password, if there is somebody at the address; who asks can't tell. */
export const askForPasswordReset = (context: AuthContext, actor: Actor, email: string) =>
  askForLink(context, actor, email, passwordReset)

/** Nobody has this id: a token for it is not kept, a mail for it is not sent. */
const nobody = { id: NIL, email: '' }

async function askForLink(
  { db, makeToken }: AuthContext,
  actor: Actor,
  email: string,
  { purpose, event, job, isFor }: LinkKind,
): Promise<void> {
  const isAllowed = await mayMail(db, purpose, email)
  const recipient = await findRecipientByEmail(db, email)
  const customer = isAllowed && recipient && isFor(recipient) ? recipient : undefined

  await db.transaction().execute(async (tx) => {
    await issueToken(tx, makeToken, { purpose, customer: customer ?? nobody })
    if (customer) return recordEvent(tx, actor, { name: event, customer_id: customer.id })
    await recordEvent(tx, actor, { name: 'auth.unknown_address_asked', customer_id: null })
    // The event above has a job follow; so that the clock tells nothing, so does this one.
    return enqueue(tx, job, { customer_id: nobody.id })
  })
}
