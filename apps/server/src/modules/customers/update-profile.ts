import type { CustomerDetail, profileChanges } from '@crm/contract'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { recordEvent } from '../audit/index.ts'
import { lockCustomer, updateCustomer } from './customers.queries.ts'

export type ProfileUpdate = Omit<z.output<typeof profileChanges>, 'email' | 'password' | 'otp'>

/** Writes what a customer said about themselves and leaves a trace of which fields; nothing to write is no change. */
export async function updateProfile(
  tx: Tx,
  actor: Actor,
  id: string,
  changes: ProfileUpdate,
): Promise<CustomerDetail> {
  const before = await lockCustomer(tx, id)
  const fields = changedFields(before, changes)
  if (fields.length === 0) return before

  const after = await updateCustomer(
    tx,
    id,
    Object.fromEntries(fields.map((field) => [field, changes[field]])),
  )
  await recordEvent(tx, actor, { name: 'customer.profile_updated', customer_id: id, detail: { fields } })
  return after
}

/** The names of the fields whose value really differs. */
export const changedFields = <Changes extends object>(
  before: Record<string, unknown>,
  changes: Changes,
): (keyof Changes & string)[] =>
  (Object.keys(changes) as (keyof Changes & string)[]).filter(
    (field) => changes[field] !== undefined && changes[field] !== before[field],
  )
