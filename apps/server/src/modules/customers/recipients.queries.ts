import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'

/** What is needed to write to somebody. */
export type Recipient = {
  id: string
  email: string
  first_name: string
  preferred_language: string
  is_verified: boolean
}

const recipientColumns = ['id', 'email', 'first_name', 'preferred_language', 'is_verified'] as const

/** The active customer with this address, in any letter case, if there is one. */
export const findRecipientByEmail = (db: Db, email: string): Promise<Recipient | undefined> =>
  db
    .selectFrom('customers')
    .select(recipientColumns)
    .where('email_key', '=', sql<string>`email_key(${email})`)
    .where('trashed_at', 'is', null)
    .where('is_active', '=', true)
    .executeTakeFirst()

/** Who is in the trash, and since when; undefined once they are back or gone for good. */
export const findLeaver = (db: Db, id: string): Promise<(Recipient & { trashed_at: string }) | undefined> =>
  db
    .selectFrom('customers')
    .select(recipientColumns)
    .select(sql<string>`trashed_at`.as('trashed_at'))
    .where('id', '=', id)
    .where('trashed_at', 'is not', null)
    .executeTakeFirst()

/** The active customer with this id, if there is one. */
export const findRecipient = (db: Db, id: string): Promise<Recipient | undefined> =>
  db
    .selectFrom('customers')
    .select(recipientColumns)
    .where('id', '=', id)
    .where('trashed_at', 'is', null)
    .where('is_active', '=', true)
    .executeTakeFirst()
