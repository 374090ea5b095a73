import type { Role } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { invariant } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { insertCustomer, setRole, updateCustomer } from '../customers/index.ts'
import { markSetUp } from '../store/index.ts'
import { revokeTokens } from './one-time-tokens.ts'
import { findAccount, savePasswordHash } from './passwords/credentials.queries.ts'
import { clearAttempts } from './passwords/sign-in-attempts.ts'
import { endSessions } from './sessions/sessions.queries.ts'

export type NewOwner = {
  email: string
  password_hash: string
  /** What is known of the person beside the address. */
  profile?: { first_name: string; last_name: string; preferred_language: string }
}

/**
 * Makes an account an owner's, verified and with this password: a new one, or the one that has this address. Whoever
 * calls it holds the store locked, so that nobody else does the same at this moment. Returns the owner's id.
 */
export async function makeOwner(
  tx: Tx,
  actor: Actor,
  { email, password_hash, profile }: NewOwner,
): Promise<string> {
  const account = (await findAccount(tx, email)) ?? (await insertCustomer(tx, { id: uuidv7(), email }))
  // Somebody registered this address at this very moment.
  const found = account ?? (await findAccount(tx, email))
  invariant(found, 'an address that is taken belongs to an account')
  const customer_id = found.id
  const { role: from } = await updateCustomer(tx, customer_id, {
    ...profile,
    is_verified: true,
    is_active: true,
  })
  await forgetEarlierAccess(tx, customer_id, email)
  await savePasswordHash(tx, customer_id, password_hash)
  await setRole(tx, customer_id, 'owner')
  await markSetUp(tx)
  const detail = { from, to: 'owner' satisfies Role }
  await recordEvent(tx, actor, { name: 'auth.role_granted', customer_id, detail })
  return customer_id
}

/** Whoever opened an account with this address before may not be the owner: nothing of theirs goes on. */
async function forgetEarlierAccess(tx: Tx, customer_id: string, email: string): Promise<void> {
  await endSessions(tx, customer_id, 'password_changed')
  await revokeTokens(tx, customer_id, ['verify_email', 'reset_password', 'claim_account', 'change_email'])
  await clearAttempts(tx, { email, address: '' })
}
