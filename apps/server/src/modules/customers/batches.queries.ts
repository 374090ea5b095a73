import type { BatchAction } from '@crm/contract'
import { sql } from 'kysely'
import { isDuplicate } from '../../platform/db/database-errors.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { deleteInBatches } from '../../platform/db/delete-in-batches.ts'
import { AppError } from '../../platform/errors.ts'

const daysToUndo = 30
const undoUntil = sql<string>`created_at + make_interval(days => ${daysToUndo})`

type BatchInsert = { id: string; action: BatchAction; created_by: string | null }

/** Begins a batch; tells until when it can be undone. */
export const insertBatch = (tx: Tx, values: BatchInsert): Promise<{ undo_until: string }> =>
  tx
    .insertInto('customer_batches')
    .values(values)
    .returning(undoUntil.as('undo_until'))
    .executeTakeFirstOrThrow()

/** Remembers who was changed, and how to tell that nobody has changed them since. */
export async function insertBatchRows(tx: Tx, batch_id: string, ids: readonly string[]): Promise<void> {
  await sql`
    insert into customer_batch_rows (batch_id, customer_id, changed_at)
    select ${batch_id}::uuid, id, updated_at from customers where id = any(${ids}::uuid[])`.execute(tx)
}

export type StoredBatch = { action: BatchAction; is_undone: boolean; is_over: boolean }

/** Waits for a turn with a batch: of any number who undo it at once, one does. */
export async function lockBatch(tx: Tx, id: string): Promise<StoredBatch> {
  const batch = await tx
    .selectFrom('customer_batches')
    .select([
      'action',
      sql<boolean>`undone_at is not null`.as('is_undone'),
      sql<boolean>`${undoUntil} < now()`.as('is_over'),
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!batch) throw new AppError('not_found')
  return batch as StoredBatch
}

export type BatchRow = { customer_id: string; changed_at: string }

export const listBatchRows = (tx: Tx, batch_id: string): Promise<BatchRow[]> =>
  tx
    .selectFrom('customer_batch_rows')
    .select(['customer_id', 'changed_at'])
    .where('batch_id', '=', batch_id)
    .execute()

export async function markUndone(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('customer_batches')
    .set({ undone_at: sql<string>`now()` })
    .where('id', '=', id)
    .execute()
}

/** Those in the trash whose address somebody outside of it has now. */
export async function listTakenAddresses(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('customers as trashed')
    .innerJoin('customers as holder', 'holder.email_key', 'trashed.email_key')
    .select('trashed.id')
    .where('trashed.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('trashed.trashed_at', 'is not', null)
    .where('holder.trashed_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

export type State = { flag: 'is_active' | 'is_verified' | 'is_trashed'; to: boolean }

/** Sets one thing for many customers, who are locked. Throws `conflict` where an address was taken at this very moment. */
export async function setState(tx: Tx, ids: readonly string[], { flag, to }: State): Promise<void> {
  const changes = {
    is_active: { is_active: to },
    is_verified: { is_verified: to },
    is_trashed: { trashed_at: to ? sql<string>`now()` : null },
  }[flag]
  try {
    await tx
      .updateTable('customers')
      .set({ ...changes, updated_at: sql<string>`now()` })
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
  } catch (cause) {
    if (!isDuplicate(cause, 'customers_email_taken')) throw cause
    throw new AppError(
      'conflict',
      'Somebody registered with one of these addresses at this very moment. Please try again.',
      { cause },
    )
  }
}

/** Forgets batches that can no longer be undone; the trail keeps what they did. */
export const forgetOldBatches = (db: Db): Promise<number> =>
  deleteInBatches(db, {
    from: 'customer_batches',
    key: 'id',
    where: sql`created_at < now() - make_interval(days => ${daysToUndo})`,
    oldestBy: 'created_at',
    size: 100,
  })
