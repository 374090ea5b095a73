import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/db.ts'

const now = sql<string>`clock_timestamp()`

/** Announces files that are about to be put: from now on somebody knows that they may have to go. */
export async function announcePicture(db: Db, id: string): Promise<void> {
  await db.insertInto('customer_pictures').values({ id }).execute()
}

/** Gives a picture that was announced to a customer who has none; false when it took so long that it may be gone. */
export async function claimPicture(tx: Tx, id: string, customer_id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('customer_pictures')
    .set({ customer_id })
    .where('id', '=', id)
    .where('customer_id', 'is', null)
    .where('kept_until', '>', sql<string>`clock_timestamp() + interval '20 seconds'`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes the picture of a customer away; what is left of it goes with the next stray ones. */
export async function releasePicture(tx: Tx, customer_id: string): Promise<void> {
  await tx
    .updateTable('customer_pictures')
    .set({ customer_id: null, kept_until: now })
    .where('customer_id', '=', customer_id)
    .execute()
}

/** Gives up a picture that was announced; false when it has become somebody's after all. */
export async function abandonPicture(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('customer_pictures')
    .set({ kept_until: now })
    .where('id', '=', id)
    .where('customer_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Pictures that nobody has, the longest so first; never one that somebody may still claim. */
export async function listStrayPictures(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_pictures')
    .select('id')
    .where('customer_id', 'is', null)
    .where('kept_until', '<=', now)
    .orderBy('kept_until')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Forgets pictures whose files are gone. */
export async function forgetPictures(db: Db, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('customer_pictures').where('id', 'in', ids).where('customer_id', 'is', null).execute()
}
