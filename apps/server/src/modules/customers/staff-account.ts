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

/** What nobody does to themselves by mistake; who wants to leave deletes their account. */
const isLockOut = (field: string) => field === 'is_active' || field === 'trashed_at'

/** Why a change to somebody who works here is refused. */
export type StaffRefusal = 'own_account' | 'staff_account' | 'own_address' | 'last_owner'

const refusals: Record<StaffRefusal, () => Error> = {
  own_account: () =>
    new AppError(
      'permission_denied',
      'This is your own account: you would lock yourself out. Delete it on your security page if you want to leave.',
    ),
  staff_account: () => new AppError('permission_denied', 'Only an owner may change the account of staff.'),
  own_address: () =>
    new AppError('permission_denied', 'Change your own email in your profile: that asks for the password.'),
  last_owner: () =>
    new FieldErrors({
      non_field_errors: ['This is the only owner. Make somebody else an owner first.'],
    }),
}

/** Throws the refusal of a change to somebody who works here, if there is one. */
export async function checkStaffChange(
  tx: Tx,
  actor: Actor,
  customer: CustomerDetail,
  fields: readonly string[],
): Promise<void> {
  const refusal = await findStaffRefusal(tx, actor, customer, fields)
  if (refusal) throw refusals[refusal]()
}

/**
 * Guards who works here: their accounts are the owner's to change, their profiles a manager's or their own, an owner's
 * profile the owner's. Nobody locks themselves or the last owner out.
 */
export async function findStaffRefusal(
  tx: Tx,
  actor: Actor,
  { id, role }: CustomerDetail,
  fields: readonly string[],
): Promise<StaffRefusal | undefined> {
  if (!role) return undefined
  const isGate = fields.some((field) => gates.includes(field))
  const isOwn = actor.id === id
  const mayWriteProfile = isOwn || (role !== 'owner' && actorMay(actor, 'customers:manage'))
  if (!isGate && mayWriteProfile) return undefined
  if (isOwn && fields.some(isLockOut)) return 'own_account'
  if (actor.role !== 'owner' && actor.role !== 'system') return 'staff_account'
  if (isOwn && fields.includes('email')) return 'own_address'
  const endsRole = fields.some((field) => isLockOut(field) || field === 'role')
  if (endsRole && (await isLastOwner(tx, { id, role }))) return 'last_owner'
  return undefined
}

/** Refuses to let the last owner go. */
export async function keepAnOwner(tx: Tx, customer: Pick<CustomerDetail, 'id' | 'role'>): Promise<void> {
  if (await isLastOwner(tx, customer)) throw refusals.last_owner()
}

const isLastOwner = async (tx: Tx, { id, role }: Pick<CustomerDetail, 'id' | 'role'>) =>
  role === 'owner' && !(await hasOtherOwner(tx, id))
