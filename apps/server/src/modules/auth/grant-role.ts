import type { CustomerDetail, Role } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { recordEvent } from '../audit/index.ts'
import { checkStaffChange, lockCustomer, setRole } from '../customers/index.ts'

/** Makes somebody staff, changes what they may do, or with null makes them a customer again. There is always an owner. */
export function grantRole(
  db: Db,
  actor: Actor,
  customer_id: string,
  role: Role | null,
): Promise<CustomerDetail> {
  return db.transaction().execute(async (tx) => {
    const before = await lockCustomer(tx, customer_id)
    if (before.role === role) return before
    await checkStaffChange(tx, actor, before, ['role'])
    const after = await setRole(tx, customer_id, role)
    await recordEvent(tx, actor, {
      name: role ? 'auth.role_granted' : 'auth.role_removed',
      customer_id,
      detail: { from: before.role, to: role },
    })
    return after
  })
}
