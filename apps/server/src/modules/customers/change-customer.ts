import { type CustomerChanges, type CustomerDetail, mayDo, roles } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { AppError, FieldErrors } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { emailTaken } from './create-customer.ts'
import { hasOtherOwner, isEmailTaken, lockCustomer, updateCustomer } from './customers.queries.ts'
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
  if (
    changesEmail &&
    !isSameAddress(before.email, changes.email) &&
    (await isEmailTaken(tx, changes.email ?? ''))
  )
    throw emailTaken()
  const verification = changesEmail && changes.is_verified === undefined ? { is_verified: false } : {}
  const after = await updateCustomer(tx, id, {
    ...Object.fromEntries(fields.map((field) => [field, changes[field]])),
    ...verification,
  })
  await recordEvent(tx, actor, { name: 'customer.profile_updated', customer_id: id, detail: { fields } })
  if (fields.includes('is_active') && !after.is_active)
    await recordEvent(tx, actor, { name: 'customer.deactivated', customer_id: id })
  return after
}

const isSameAddress = (one: string, other = '') => one.toLowerCase() === other.toLowerCase()

/** The address is the way into an account: who may write a profile may not yet hand it to somebody else. */
function checkAccountChange({ role }: Actor, fields: readonly string[]): void {
  const isAccount = fields.some((field) => ['email', 'is_active', 'is_verified'].includes(field))
  if (isAccount && !mayDo(roles.find((one) => one === role) ?? null, 'customers:manage'))
    throw new AppError('permission_denied', 'Only a manager or an owner may change how somebody signs in.')
}

/** Staff accounts are the owner's to change, and nobody locks the last owner out. */
export async function checkStaffChange(
  tx: Tx,
  actor: Actor,
  { id, role }: CustomerDetail,
  fields: readonly string[],
): Promise<void> {
  const isGate = fields.some((field) =>
    ['email', 'is_active', 'is_verified', 'trashed_at', 'role', 'sessions'].includes(field),
  )
  if (!role || !isGate) return
  if (actor.role !== 'owner' && actor.role !== 'system')
    throw new AppError('permission_denied', 'Only an owner may change the account of staff.')
  if (actor.id === id && fields.includes('email'))
    throw new AppError(
      'permission_denied',
      'Change your own email in your profile: that asks for the password.',
    )
  const locksOut = fields.some((field) => ['is_active', 'trashed_at', 'role'].includes(field))
  if (role === 'owner' && locksOut && !(await hasOtherOwner(tx, id)))
    throw new FieldErrors({
      non_field_errors: ['This is the only owner. Make somebody else an owner first.'],
    })
}
