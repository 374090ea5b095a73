import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { FieldErrors } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { findRecipientByEmail, lockCustomer, updateCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { mayMail } from './mails/mail-quota.ts'
import { issueToken, revokeTokens, useToken } from './one-time-tokens.ts'

/** What a link that no longer works is answered with. */
export const linkIsOver = () =>
  new FieldErrors({ token: ['This link is not valid any more. Ask for a new one.'] })

/** Proves an address by the link mailed to it: the one registered with, or the new one that was asked for. */
export function verifyEmail(db: Db, actor: Actor, token: string): Promise<void> {
  return db.transaction().execute((tx) => verify(tx, actor, token))
}

async function verify(tx: Tx, actor: Actor, token: string): Promise<void> {
  const used = await useToken(tx, token, ['verify_email', 'change_email'])
  if (!used) throw linkIsOver()
  const { customer_id, email, purpose } = used
  const customer = await lockCustomer(tx, customer_id)
  const own = { ...actor, id: customer_id }

  if (purpose === 'change_email') {
    await updateCustomer(tx, customer_id, { email, is_verified: true })
    await revokeTokens(tx, customer_id, ['verify_email', 'reset_password', 'claim_account'])
    return recordEvent(tx, own, { name: 'auth.email_changed', customer_id })
  }
  // Mailed to an address that is no longer the customer's: it proves nothing.
  if (customer.email !== email) throw linkIsOver()
  await updateCustomer(tx, customer_id, { is_verified: true })
  return recordEvent(tx, own, { name: 'auth.email_verified', customer_id })
}

/** Mails the verification link again, if there is somebody unverified at the address; who asks can't tell. */
export async function resendVerification(
  { db, makeToken }: AuthContext,
  actor: Actor,
  email: string,
): Promise<void> {
  const isAllowed = await mayMail(db, 'verify_email', email)
  const recipient = await findRecipientByEmail(db, email)
  await db.transaction().execute(async (tx) => {
    if (!isAllowed || !recipient || recipient.is_verified)
      return recordEvent(tx, actor, { name: 'auth.unknown_address_asked', customer_id: null })
    const { id: customer_id } = recipient
    await issueToken(tx, makeToken, { purpose: 'verify_email', customer_id, email: recipient.email })
    return recordEvent(tx, actor, { name: 'auth.verification_requested', customer_id })
  })
}
