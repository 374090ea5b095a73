import type { CustomerDetail, NewCustomer } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { FieldErrors } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { getCustomer, insertCustomer, isEmailTaken } from './customers.queries.ts'

/** What an address that is taken is answered with, at registration and to staff. */
export const emailTaken = () => new FieldErrors({ email: ['Customer with this email already exists.'] })

/** Refuses an address that belongs to somebody else than `except`; one that is not known yet is not looked up. */
export async function checkEmailIsFree(
  db: Db,
  email: string | undefined,
  options?: { except?: string },
): Promise<void> {
  if (email !== undefined && (await isEmailTaken(db, email, options))) throw emailTaken()
}

/** What an invited person chooses a password with is made by whoever knows passwords, with the account or not at all. */
export type Invite = (tx: Tx, customer: { id: string; email: string }) => Promise<void>

/** Adds a customer whom staff knows; a mail invites the person to claim the account. */
export function createCustomer(
  db: Db,
  actor: Actor,
  fields: NewCustomer,
  invite: Invite,
): Promise<CustomerDetail> {
  return db.transaction().execute(async (tx) => {
    const customer = await insertCustomer(tx, { id: uuidv7(), ...fields })
    if (!customer) throw emailTaken()
    await invite(tx, customer)
    await recordEvent(tx, actor, { name: 'customer.created_by_staff', customer_id: customer.id })
    return getCustomer(tx, customer.id)
  })
}
