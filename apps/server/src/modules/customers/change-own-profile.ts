import type { CustomerDetail, profileChanges } from '@crm/contract'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { getProfile } from './profiles.queries.ts'
import { updateProfile } from './update-profile.ts'

/** Changing one's address needs the password and a mail to the new one: the business of whoever knows passwords. */
export type RequestEmailChange = {
  /** Returns what proves which password was right, for `begin` to see that it still is. */
  check(actor: Actor, customer_id: string, password: string | undefined): Promise<string>
  begin(tx: Tx, actor: Actor, change: { customer_id: string; email: string; proof: string }): Promise<void>
}

/** Writes what customers say about themselves. A new address asks for the password, and counts once it is confirmed. */
export async function changeOwnProfile(
  db: Db,
  emailChange: RequestEmailChange,
  actor: Actor,
  customer_id: string,
  { email, password, ...fields }: z.output<typeof profileChanges>,
): Promise<CustomerDetail> {
  const changesEmail = email !== undefined && email !== (await getProfile(db, customer_id)).email
  const proof = changesEmail ? await emailChange.check(actor, customer_id, password) : undefined
  return db.transaction().execute(async (tx) => {
    const updated = await updateProfile(tx, actor, customer_id, fields)
    if (email !== undefined && proof !== undefined)
      await emailChange.begin(tx, actor, { customer_id, email, proof })
    return updated
  })
}
