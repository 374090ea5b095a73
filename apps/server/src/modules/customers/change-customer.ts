import type { CustomerChanges, CustomerDetail } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { recordEvent } from '../audit/index.ts'
import { checkEmailIsFree } from './create-customer.ts'
import { lockCustomer, updateCustomer } from './customers.queries.ts'
import { flagChanges } from './flag-changes.ts'
import { keepFormerEmail } from './former-emails.queries.ts'
import { checkAccountChange, checkStaffChange } from './staff-account.ts'
import { changedFields } from './update-profile.ts'

/** Corrects a customer. A new address is unverified until its owner follows the link, unless staff says otherwise. */
export function changeCustomer(
  db: Db,
  actor: Actor,
  id: string,
  changes: CustomerChanges,
): Promise<CustomerDetail> {
  return db.transaction().execute((tx) => change(tx, actor, id, changes))
}

async function change(tx: Tx, actor: Actor, id: string, changes: CustomerChanges): Promise<CustomerDetail> {
  const before = await lockCustomer(tx, id)
  const fields = changedFields(before, changes)
  if (fields.length === 0) return before
  checkAccountChange(actor, fields)
  await checkStaffChange(tx, actor, before, fields)

  const changesEmail = fields.includes('email') && changes.email !== undefined
  if (changesEmail) await checkEmailIsFree(tx, changes.email, { except: id })
  const verification = changesEmail && changes.is_verified === undefined ? { is_verified: false } : {}
  const after = await updateCustomer(tx, id, {
    ...Object.fromEntries(fields.map((field) => [field, changes[field]])),
    ...verification,
  })
  const detail = { fields, ...flagChanges(before, after) }
  await recordEvent(tx, actor, { name: 'customer.profile_updated', customer_id: id, detail })
  if (changesEmail) await tellFormerEmail(tx, actor, before)
  if (fields.includes('is_active') && !after.is_active)
    await recordEvent(tx, actor, { name: 'customer.deactivated', customer_id: id })
  return after
}

/** The old address hears of it: a change that its owner never asked for must not pass unnoticed. */
async function tellFormerEmail(tx: Tx, actor: Actor, { id, email }: CustomerDetail): Promise<void> {
  await keepFormerEmail(tx, id, email)
  await recordEvent(tx, actor, { name: 'auth.email_changed', customer_id: id })
}
