import type { Actor } from '../../platform/actor.ts'
import { recordEvent } from '../audit/index.ts'
import { updateCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { followLink, readLink } from './follow-link.ts'
import { revokeTokens } from './one-time-tokens.ts'
import { checkNewPassword } from './passwords/check-password.ts'
import { savePasswordHash } from './passwords/credentials.queries.ts'
import { clearAttempts } from './passwords/sign-in-attempts.ts'
import { endSessions } from './sessions/sessions.queries.ts'

type PasswordReset = { token: string; new_password: string; new_password_confirm: string }

const purposes = ['reset_password', 'claim_account'] as const

/** Sets a new password by a mailed link, which also proves the address; every session ends. */
export async function resetPassword(
  { db, passwords, makeToken }: AuthContext,
  actor: Actor,
  { token, new_password, new_password_confirm }: PasswordReset,
): Promise<void> {
  const link = { token, purposes }
  const { customer } = await readLink(db, makeToken, link)
  await checkNewPassword('new_password', new_password, new_password_confirm, customer)
  const password_hash = await passwords.hash(new_password)

  await db.transaction().execute(async (tx) => {
    const { customer_id, email } = await followLink(tx, makeToken, link)
    await savePasswordHash(tx, customer_id, password_hash)
    await revokeTokens(tx, customer_id, [...purposes, 'change_email'])
    await endSessions(tx, customer_id, 'password_changed')
    await updateCustomer(tx, customer_id, { is_verified: true })
    await recordEvent(tx, { ...actor, id: customer_id }, { name: 'auth.password_reset', customer_id })
    await clearAttempts(tx, { email, address: actor.address })
  })
}
