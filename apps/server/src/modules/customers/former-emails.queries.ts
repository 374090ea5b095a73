import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db, Tx } from '../../platform/db/db.ts'
import { deleteInBatches } from '../../platform/db/delete-in-batches.ts'

/** Keeps an address that is being replaced, until it was told so. */
export async function keepFormerEmail(tx: Tx, customer_id: string, email: string): Promise<void> {
  await tx.insertInto('former_emails').values({ id: uuidv7(), customer_id, email }).execute()
}

export type FormerEmail = { id: string; email: string }

/** The replaced addresses of a customer that have not been told yet, the oldest first. */
export const listFormerEmails = (db: Db, customer_id: string): Promise<FormerEmail[]> =>
  db
    .selectFrom('former_emails')
    .select(['id', 'email'])
    .where('customer_id', '=', customer_id)
    .orderBy('id')
    .limit(20)
    .execute()

/** Forgets an address that was told. */
export async function forgetFormerEmail(db: Db, id: string): Promise<void> {
  await db.deleteFrom('former_emails').where('id', '=', id).execute()
}

/** Forgets addresses that could not be told in a week. */
export const forgetOldFormerEmails = (db: Db): Promise<number> =>
  deleteInBatches(db, {
    from: 'former_emails',
    key: 'id',
    where: sql`replaced_at < now() - interval '7 days'`,
    oldestBy: 'replaced_at',
    size: 1_000,
  })
