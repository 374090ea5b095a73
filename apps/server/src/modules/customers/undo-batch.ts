import type { CustomerDetail, Skipped, UndoneBatch } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { AppError } from '../../platform/errors.ts'
import { stateBefore } from './batch-states.ts'
import { listBatchRows, listTakenAddresses, lockBatch, markUndone } from './batches.queries.ts'
import { changeMany } from './change-many.ts'
import { lockCustomers } from './customers.queries.ts'

/**
 * Puts back who was changed by a batch and by nobody since. Throws `conflict` when it was undone already or is more
 * than 30 days old, and `permission_denied` when all of them are the owner's to change.
 */
export const undoBatch = (db: Db, actor: Actor, id: string): Promise<UndoneBatch> =>
  db.transaction().execute((tx) => undo(tx, actor, id))

async function undo(tx: Tx, actor: Actor, id: string): Promise<UndoneBatch> {
  const { action, is_undone, is_over } = await lockBatch(tx, id)
  if (is_undone) throw new AppError('conflict', 'This was undone already.')
  if (is_over)
    throw new AppError('conflict', 'This is more than 30 days ago. Change the customers one by one.')

  const { due, skipped } = await sort(tx, id)
  const put = await changeMany(tx, actor, due, { state: stateBefore(action), trace: { undone_batch_id: id } })
  // Who may put nobody back leaves it to somebody who may.
  if (put.changed.length === 0 && put.skipped.some(({ reason }) => reason === 'staff_account'))
    throw new AppError('permission_denied', 'Only an owner may undo this.')
  await markUndone(tx, id)
  return { count: put.changed.length, skipped: [...put.skipped, ...skipped] }
}

async function sort(tx: Tx, batch_id: string): Promise<{ due: CustomerDetail[]; skipped: Skipped[] }> {
  const leftAt = new Map(
    (await listBatchRows(tx, batch_id)).map(({ customer_id, changed_at }) => [customer_id, changed_at]),
  )
  const customers = await lockCustomers(tx, [...leftAt.keys()])
  const taken = new Set(await listTakenAddresses(tx, [...leftAt.keys()]))
  const due: CustomerDetail[] = []
  const skipped: Skipped[] = []
  for (const customer of customers) {
    const { id, updated_at } = customer
    if (updated_at !== leftAt.get(id)) skipped.push({ id, reason: 'changed_since' })
    else if (taken.has(id)) skipped.push({ id, reason: 'email_taken' })
    else due.push(customer)
  }
  return { due, skipped }
}
