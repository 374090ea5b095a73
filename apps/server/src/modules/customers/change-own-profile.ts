import type { CustomerDetail, profileChanges } from '@crm/contract'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { getProfile } from './profiles.queries.ts'
import { updateProfile } from './update-profile.ts'

type EmailChange = {
  customer_id: string
  email: string
  password: string | undefined
  otp: string | undefined
}

/**
 * Does `change` and mails a link to the new address, both or neither, for who proves that the account is theirs: the
 * business of whoever knows passwords.
 */
export type RequestEmailChange = <Result>(
  actor: Actor,
  asked: EmailChange,
  change: (tx: Tx) => Promise<Result>,
) => Promise<Result>

/**
 * Writes what customers say about themselves. A new address asks for the password, and for a code where the second step
 * is on; it counts once it is confirmed.
 */
export async function changeOwnProfile(
  db: Db,
  requestEmailChange: RequestEmailChange,
  actor: Actor,
  customer_id: string,
  { email, password, otp, ...fields }: z.output<typeof profileChanges>,
): Promise<CustomerDetail> {
  const write = (tx: Tx) => updateProfile(tx, actor, customer_id, fields)
  if (email === undefined || email === (await getProfile(db, customer_id)).email)
    return db.transaction().execute(write)
  return requestEmailChange(actor, { customer_id, email, password, otp }, write)
}
