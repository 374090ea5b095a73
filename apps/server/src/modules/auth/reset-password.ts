import type { Actor } from '../../platform/actor.ts'
import { recordEvent } from '../audit/index.ts'
import { findRecipientByEmail, lockCustomer, updateCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { mayMail } from './mails/mail-quota.ts'
import { issueToken, peekToken, revokeTokens, useToken } from './one-time-tokens.ts'
import { checkNewPassword } from './passwords/check-password.ts'
import { savePasswordHash } from './passwords/credentials.queries.ts'
import { clearAttempts } from './passwords/sign-in-attempts.ts'
import { endSessions } from './sessions/sessions.queries.ts'
import { linkIsOver } from './verify-email.ts'

/** Mails a link for a new password, if there is somebody at the address; who asks can't tell. */
export async function requestPasswordReset(
  { db, makeToken }: AuthContext,
  actor: Actor,
  email: string,
): Promise<void> {
  const isAllowed = await mayMail(db, 'reset_password', email)
  const recipient = await findRecipientByEmail(db, email)
  await db.transaction().execute(async (tx) => {
    if (!isAllowed || !recipient)
      return recordEvent(tx, actor, { name: 'auth.unknown_address_asked', customer_id: null })
    const { id: customer_id } = recipient
    await issueToken(tx, makeToken, { purpose: 'reset_password', customer_id, email: recipient.email })
    return recordEvent(tx, actor, { name: 'auth.password_reset_requested', customer_id })
  })
}

const purposes = ['reset_password', 'claim_account'] as const

/** Sets a new password by a mailed link, which also proves the address; every session ends. */
export async function resetPassword(
  { db, passwords }: AuthContext,
  actor: Actor,
  {
    token,
    new_password,
    new_password_confirm,
  }: { token: string; new_password: string; new_password_confirm: string },
): Promise<void> {
  const pending = await peekToken(db, token, purposes)
  if (!pending) throw linkIsOver()
  checkNewPassword('new_password', new_password, new_password_confirm, { email: pending.email })
  const password_hash = await passwords.hash(new_password)

  await db.transaction().execute(async (tx) => {
    const used = await useToken(tx, token, purposes)
    if (!used) throw linkIsOver()
    const { customer_id, email } = used
    const customer = await lockCustomer(tx, customer_id)
    if (customer.email !== email || !customer.is_active) throw linkIsOver()
    await savePasswordHash(tx, customer_id, password_hash)
    await revokeTokens(tx, customer_id, [...purposes, 'change_email'])
    await endSessions(tx, customer_id, 'password_changed')
    await clearAttempts(tx, email)
    await updateCustomer(tx, customer_id, { is_verified: true })
    await recordEvent(tx, { ...actor, id: customer_id }, { name: 'auth.password_reset', customer_id })
  })
}
