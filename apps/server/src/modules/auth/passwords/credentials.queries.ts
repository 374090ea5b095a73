import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/db.ts'

export type SignInFacts = {
  id: string
  email: string
  full_name: string
  is_verified: boolean
  is_staff: boolean
  is_active: boolean
  total_purchases: number
  loyalty_points: number
  password_hash: string | null
}

/** What a sign-in is decided on, by address in any letter case. */
export const findSignInFacts = (db: Db, email: string): Promise<SignInFacts | undefined> =>
  db
    .selectFrom('customers')
    .leftJoin('credentials', 'credentials.customer_id', 'customers.id')
    .select([
      'customers.id',
      'email',
      'full_name',
      'is_verified',
      'is_staff',
      'is_active',
      'total_purchases',
      'loyalty_points',
      'password_hash',
    ])
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
