import type { Note } from '@crm/contract'
import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/db-types.ts'

/** What a list shows at most: nobody reads more, and nobody writes as many. */
const mostNotes = 1_000

const selectNotes = (db: Db) =>
  db
    .selectFrom('customer_notes as notes')
    .innerJoin('customers', 'customers.id', 'notes.customer_id')
    .leftJoin('customers as authors', 'authors.id', 'notes.created_by')
    .select([
      'notes.id',
      'notes.customer_id as customer',
      sql<string>`coalesce(nullif(customers.full_name, ''), customers.email)`.as('customer_name'),
      'notes.note',
      'notes.created_by',
      sql<string>`coalesce(nullif(authors.full_name, ''), authors.email, '')`.as('created_by_name'),
      'notes.created_at',
      'notes.updated_at',
    ])

export const listNotes = (db: Db, customer_id: string): Promise<Note[]> =>
  selectNotes(db)
    .where('notes.customer_id', '=', customer_id)
    .orderBy('notes.created_at', 'desc')
    .orderBy('notes.id', 'desc')
    .limit(mostNotes)
    .execute()

export const findNote = (db: Db, customer_id: string, id: string): Promise<Note | undefined> =>
  selectNotes(db).where('notes.customer_id', '=', customer_id).where('notes.id', '=', id).executeTakeFirst()

export async function insertNote(tx: Tx, note: Insertable<DB['customer_notes']>): Promise<void> {
  await tx.insertInto('customer_notes').values(note).execute()
}

export async function updateNote(tx: Tx, id: string, note: string): Promise<void> {
  await tx
    .updateTable('customer_notes')
    .set({ note, updated_at: sql<string>`now()` })
    .where('id', '=', id)
    .execute()
}

/** Whether there was one to delete. */
export async function deleteNote(tx: Tx, customer_id: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('customer_notes')
    .where('customer_id', '=', customer_id)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
