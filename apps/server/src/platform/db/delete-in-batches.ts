import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from './db.ts'
import type { DB } from './db-types.ts'

export type Batches<Table extends keyof DB> = {
  from: Table
  /** The column that names a row. */
  key: keyof DB[Table] & string
  /** Which rows go. */
  where: RawBuilder<unknown>
  /** The rows with the least of this go first. */
  oldestBy: keyof DB[Table] & string
  /** Rows in one transaction at most. */
  size?: number
  /** What belongs to the end of these rows, in the transaction that ends them. */
  onDeleted?: (tx: Tx, keys: string[]) => Promise<void>
}

/**
 * Deletes rows some thousands at a time, each batch in a transaction of its own, so that no statement takes long and
 * nobody waits long for a row. Rows that somebody holds are left for the next time. Returns how many are gone.
 */
export async function deleteInBatches<Table extends keyof DB>(
  db: Db,
  batches: Batches<Table>,
): Promise<number> {
  const { size = 5_000 } = batches
  for (let gone = 0; ; ) {
    const deleted = await db.transaction().execute((tx) => deleteBatch(tx, batches, size))
    gone += deleted
    if (deleted < size) return gone
  }
}

/** As an array, the keys are looked for once: a plan that joins them could look again, and delete more. */
async function deleteBatch<Table extends keyof DB>(
  tx: Tx,
  { from, key, where, oldestBy, onDeleted }: Batches<Table>,
  size: number,
): Promise<number> {
  const [table, id, age] = [sql.table(from), sql.ref(key), sql.ref(oldestBy)]
  const { rows } = await sql<{ key: string }>`
    delete from ${table} where ${id} = any(array(
      select ${id} from ${table} where ${where} order by ${age}, ${id} limit ${size} for update skip locked
    )) returning ${id} as key`.execute(tx)
  if (rows.length > 0)
    await onDeleted?.(
      tx,
      rows.map((row) => row.key),
    )
  return rows.length
}
