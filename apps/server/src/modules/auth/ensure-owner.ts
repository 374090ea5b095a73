import { type Role, registration } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import { systemActor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { toFieldErrors } from '../../platform/http/zod-provider.ts'
import { recordEvent } from '../audit/index.ts'
import { insertCustomer, setRole, updateCustomer } from '../customers/index.ts'
import { revokeTokens } from './one-time-tokens.ts'
import { checkNewPassword } from './passwords/check-password.ts'
import { findAccount, savePasswordHash } from './passwords/credentials.queries.ts'
import type { Passwords } from './passwords/passwords.ts'
import { clearAttempts } from './passwords/sign-in-attempts.ts'
import { endSessions } from './sessions/sessions.queries.ts'

const credentials = registration.pick({ email: true, password: true })

/**
 * Makes the owner's account, or makes the customer with that address an owner, with this password. Returns whether
 * anything was done: where there is an owner already, only `force` adds another. Throws field errors.
 */
export async function ensureOwner(
  { db, passwords }: { db: Db; passwords: Passwords },
  given: { email: string; password: string },
  { force = false } = {},
): Promise<boolean> {
  if (!force && (await hasOwner(db))) return false
  const parsed = credentials.safeParse(given)
  if (!parsed.success) throw toFieldErrors(parsed.error)
  const { email, password } = parsed.data
  await checkNewPassword('password', password, password, { email })
  const password_hash = await passwords.hash(password)

  await db.transaction().execute(async (tx) => {
    const existing = await findAccount(tx, email)
    const made = existing ?? (await insertCustomer(tx, { id: uuidv7(), email }))
    if (!made) return // Another process was first, at this very moment.
    const customer_id = made.id
    const { role: from } = await updateCustomer(tx, customer_id, { is_verified: true, is_active: true })
    // Whoever opened an account with this address before may not be the owner: nothing of theirs goes on.
    await endSessions(tx, customer_id, 'password_changed')
    await revokeTokens(tx, customer_id, ['verify_email', 'reset_password', 'claim_account', 'change_email'])
    await savePasswordHash(tx, customer_id, password_hash)
    await clearAttempts(tx, { email, address: '' })
    await setRole(tx, customer_id, 'owner')
    const detail = { from, to: 'owner' satisfies Role }
    await recordEvent(tx, systemActor(), { name: 'auth.role_granted', customer_id, detail })
  })
  return true
}

export async function hasOwner(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('customers')
    .select('id')
    .where('role', '=', 'owner')
    .where('trashed_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
