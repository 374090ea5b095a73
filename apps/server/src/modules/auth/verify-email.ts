import type { Actor } from '../../platform/actor.ts'
import { recordEvent } from '../audit/index.ts'
import { updateCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { followLink } from './follow-link.ts'
import { revokeTokens } from './one-time-tokens.ts'

const purposes = ['verify_email', 'change_email'] as const

/** Proves an address by the link mailed to it: the one registered with, or the new one that was asked for. */
export function verifyEmail(
  { db, makeToken }: Pick<AuthContext, 'db' | 'makeToken'>,
  actor: Actor,
  token: string,
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const { purpose, email, customer_id } = await followLink(tx, makeToken, { token, purposes })
    const own = { ...actor, id: customer_id }
    if (purpose === 'verify_email') {
      await updateCustomer(tx, customer_id, { is_verified: true })
      return recordEvent(tx, own, { name: 'auth.email_verified', customer_id })
    }
    await updateCustomer(tx, customer_id, { email, is_verified: true })
    await revokeTokens(tx, customer_id, ['verify_email', 'reset_password', 'claim_account'])
    return recordEvent(tx, own, { name: 'auth.email_changed', customer_id })
  })
}
