import { registration } from '@crm/contract'
import { systemActor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { toFieldErrors } from '../../platform/http/zod-provider.ts'
import { lockStore } from '../store/index.ts'
import { makeOwner } from './make-owner.ts'
import { checkNewPassword } from './passwords/check-password.ts'
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
  await checkNewPassword('password', password, password, { email })
  const password_hash = await passwords.hash(password)

  return db.transaction().execute(async (tx) => {
    await lockStore(tx)
    // Asked again: another process may have been first, at this very moment.
    if (!force && (await hasOwner(tx))) return false
    await makeOwner(tx, systemActor(), { email, password_hash })
    return true
  })
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
