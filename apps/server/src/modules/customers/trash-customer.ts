import type { CustomerDetail } from '@crm/contract'
import { sql } from 'kysely'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { isDuplicate } from '../../platform/db/database-errors.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { deleteInBatches } from '../../platform/db/delete-in-batches.ts'
import { AppError } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { getCustomer, lockCustomer, updateCustomer } from './customers.queries.ts'
import { checkStaffChange, keepAnOwner } from './staff-account.ts'

export const daysInTrash = 30

/** Puts a customer in the trash: signed out, in no list, back within 30 days if it was a mistake. */
export function trashCustomer(db: Db, actor: Actor, id: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const customer = await lockCustomer(tx, id)
    await checkStaffChange(tx, actor, customer, ['trashed_at'])
    await trash(tx, actor, id)
  })
}

/** The same for one's own account, whatever one's role is; only the last owner stays. */
export async function trashOwnAccount(tx: Tx, actor: Actor, id: string): Promise<void> {
  await keepAnOwner(tx, await lockCustomer(tx, id))
  await trash(tx, actor, id)
}

async function trash(tx: Tx, actor: Actor, id: string): Promise<void> {
  await updateCustomer(tx, id, { trashed_at: sql<string>`now()` })
  await recordEvent(tx, actor, { name: 'customer.trashed', customer_id: id })
}

/** Takes a customer out of the trash again, unless somebody registered with the same address meanwhile. */
export function restoreCustomer(db: Db, actor: Actor, id: string): Promise<CustomerDetail> {
  return db.transaction().execute(async (tx) => {
    const customer = await lockCustomer(tx, id, { trashed: true })
    await checkStaffChange(tx, actor, customer, ['restoration'])
    await untrash(tx, id)
    await recordEvent(tx, actor, { name: 'customer.restored', customer_id: id })
    return getCustomer(tx, id)
  })
}

async function untrash(tx: Tx, id: string): Promise<void> {
  try {
    await tx
      .updateTable('customers')
      .set({ trashed_at: null, updated_at: sql<string>`now()` })
      .where('id', '=', id)
      .execute()
  } catch (cause) {
    if (!isDuplicate(cause, 'customers_email_taken')) throw cause
    throw new AppError('email_taken', 'Somebody has registered with this address since.', { cause })
  }
}

/** Deletes for good who has been in the trash for 30 days, the longest there first; the trail keeps the ids. */
export function emptyTrash(db: Db): Promise<number> {
  return deleteInBatches(db, {
    from: 'customers',
    key: 'id',
    where: sql`trashed_at < now() - make_interval(days => ${daysInTrash})`,
    oldestBy: 'trashed_at',
    size: 1_000,
    async onDeleted(tx, ids) {
      for (const id of ids)
        await recordEvent(tx, systemActor('empty-trash'), { name: 'customer.purged', customer_id: id })
    },
  })
}
