import { type Role, registration } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import { systemActor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { toFieldErrors } from '../../platform/http/zod-provider.ts'
import { recordEvent } from '../audit/index.ts'
import { findRecipientByEmail, insertCustomer, setRole, updateCustomer } from '../customers/index.ts'
import { checkNewPassword } from './passwords/check-password.ts'
import { savePasswordHash } from './passwords/credentials.queries.ts'
import type { Passwords } from './passwords/passwords.ts'

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
  checkNewPassword('password', password, password, { email })
  const password_hash = await passwords.hash(password)

  await db.transaction().execute(async (tx) => {
    const existing = await findRecipientByEmail(tx, email)
    const made = existing ?? (await insertCustomer(tx, { id: uuidv7(), email }))
    if (!made) return // Another process was first, at this very moment.
    await updateCustomer(tx, made.id, { is_verified: true })
    await setRole(tx, made.id, 'owner')
    await savePasswordHash(tx, made.id, password_hash)
    const detail = { from: null, to: 'owner' satisfies Role }
    await recordEvent(tx, systemActor(), { name: 'auth.role_granted', customer_id: made.id, detail })
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
