import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/db.ts'

/** Who has this address, in any letter case, and is not in the trash. */
export const findAccount = (db: Db, email: string): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('customers')
    .select('id')
    .where('email_key', '=', sql<string>`email_key(${email})`)
    .where('trashed_at', 'is', null)
    .executeTakeFirst()

export async function findPasswordHash(db: Db, customer_id: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('credentials')
    .select('password_hash')
    .where('customer_id', '=', customer_id)
    .executeTakeFirst()
  return found?.password_hash
}

/** Waits for a turn with an account. Passwords, addresses and flags that are read next stay as they are until the end. */
export async function lockAccount(tx: Tx, customer_id: string): Promise<void> {
  await tx.selectFrom('customers').select('id').where('id', '=', customer_id).forNoKeyUpdate().execute()
}

/** Sets the password, the first or a new one. */
export async function savePasswordHash(tx: Tx, customer_id: string, password_hash: string): Promise<void> {
  await tx
    .insertInto('credentials')
    .values({ customer_id, password_hash })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet({ password_hash, changed_at: sql<string>`now()` }),
    )
    .execute()
}
