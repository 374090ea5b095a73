import { type CustomerDetail, mayDo, roles, type StaffPermission } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { AppError, FieldErrors } from '../../platform/errors.ts'
import { hasOtherOwner } from './customers.queries.ts'

/** Whether an actor may do what staff does; the system may do all of it. */
export const actorMay = ({ role }: Actor, permission: StaffPermission): boolean =>
  role === 'system' || mayDo(roles.find((one) => one === role) ?? null, permission)

/** The address is the way into an account: who may write a profile may not yet hand it to somebody else. */
export function checkAccountChange(actor: Actor, fields: readonly string[]): void {
  const isAccount = fields.some((field) => ['email', 'is_active', 'is_verified'].includes(field))
  if (isAccount && !actorMay(actor, 'customers:manage'))
    throw new AppError('permission_denied', 'Only a manager or an owner may change how somebody signs in.')
}

/** What decides whether somebody can sign in and what they may do then: fields, and things done to an account. */
const gates = ['email', 'is_active', 'is_verified', 'trashed_at', 'restoration', 'role', 'sessions']

/**
 * Guards who works here: their accounts are the owner's to change, their profiles a manager's or their own, an owner's
 * profile the owner's. Nobody locks the last owner out.
 */
export async function checkStaffChange(
  tx: Tx,
  actor: Actor,
  { id, role }: CustomerDetail,
  fields: readonly string[],
): Promise<void> {
  if (!role) return
  const isGate = fields.some((field) => gates.includes(field))
  const isOwn = actor.id === id
  const mayWriteProfile = isOwn || (role !== 'owner' && actorMay(actor, 'customers:manage'))
  if (!isGate && mayWriteProfile) return
  if (actor.role !== 'owner' && actor.role !== 'system')
    throw new AppError('permission_denied', 'Only an owner may change the account of staff.')
  if (isOwn && fields.includes('email'))
    throw new AppError(
      'permission_denied',
      'Change your own email in your profile: that asks for the password.',
    )
  const locksOut = fields.some((field) => ['is_active', 'trashed_at', 'role'].includes(field))
  if (locksOut) await keepAnOwner(tx, { id, role })
}

/** Refuses to let the last owner go. */
export async function keepAnOwner(tx: Tx, { id, role }: Pick<CustomerDetail, 'id' | 'role'>): Promise<void> {
  if (role === 'owner' && !(await hasOtherOwner(tx, id)))
    throw new FieldErrors({
      non_field_errors: ['This is the only owner. Make somebody else an owner first.'],
    })
}
