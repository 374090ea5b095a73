import type { SecondFactor } from '@crm/contract'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db, Tx } from '../../../platform/db/db.ts'

export type StoredFactor = { sealed_secret: Buffer; last_used_step: number }

/** Whether signing in to this account asks for a code. */
export async function hasSecondFactor(db: Db, customer_id: string): Promise<boolean> {
  const found = await db
    .selectFrom('second_factors')
    .select('customer_id')
    .where('customer_id', '=', customer_id)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}

export async function readSecondFactor(db: Db, customer_id: string): Promise<SecondFactor> {
  const { is_on, left } = await db
    .selectNoFrom((row) => [
      row
        .exists(
          row
            .selectFrom('second_factors')
            .select('customer_id')
            .where('customer_id', '=', customer_id)
            .where('confirmed_at', 'is not', null),
        )
        .as('is_on'),
      row
        .selectFrom('recovery_codes')
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .where('customer_id', '=', customer_id)
        .as('left'),
    ])
    .executeTakeFirstOrThrow()
  return { is_on: Boolean(is_on), recovery_codes_left: Number(left) }
}

/** Keeps a secret that waits to be confirmed, in the place of one that was not; false where one is on already. */
export async function savePendingFactor(
  tx: Tx,
  customer_id: string,
  sealed_secret: Buffer,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('second_factors')
    .values({ customer_id, sealed_secret })
    .onConflict((conflict) =>
      conflict
        .column('customer_id')
        .doUpdateSet({ sealed_secret, created_at: sql<string>`now()`, last_used_step: 0 })
        .where('second_factors.confirmed_at', 'is', null),
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** Takes a row lock on the factor that is on. */
export const lockFactor = (tx: Tx, customer_id: string): Promise<StoredFactor | undefined> =>
  tx
    .selectFrom('second_factors')
    .select(['sealed_secret', 'last_used_step'])
    .where('customer_id', '=', customer_id)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()

/** Takes a row lock on the factor that waits, for an hour, to be confirmed. */
export const lockPendingFactor = (tx: Tx, customer_id: string): Promise<StoredFactor | undefined> =>
  tx
    .selectFrom('second_factors')
    .select(['sealed_secret', 'last_used_step'])
    .where('customer_id', '=', customer_id)
    .where('confirmed_at', 'is', null)
    .where('created_at', '>', sql<string>`now() - interval '1 hour'`)
    .forUpdate()
    .executeTakeFirst()

export async function confirmFactor(tx: Tx, customer_id: string, step: number): Promise<void> {
  await tx
    .updateTable('second_factors')
    .set({ confirmed_at: sql<string>`now()`, last_used_step: step })
    .where('customer_id', '=', customer_id)
    .execute()
}

/** Uses the code of a half minute up, and with it all older ones; false where somebody was quicker. */
export async function takeStep(tx: Tx, customer_id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set({ last_used_step: step })
    .where('customer_id', '=', customer_id)
    .where('last_used_step', '<', step)
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

/** Uses a recovery code up; false where there is no such code, or no longer. */
export async function takeRecoveryCode(tx: Tx, customer_id: string, code_hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('recovery_codes')
    .where('customer_id', '=', customer_id)
    .where('code_hash', '=', code_hash)
    .executeTakeFirst()
  return Number(numDeletedRows) > 0
}

/** The recovery codes of an account, in the place of all older ones. */
export async function replaceRecoveryCodes(tx: Tx, customer_id: string, hashes: Buffer[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('customer_id', '=', customer_id).execute()
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((code_hash) => ({ id: uuidv7(), customer_id, code_hash })))
    .execute()
}

/** Takes the factor off, with its recovery codes; false where none was on. One that waits goes too. */
export async function deleteFactor(tx: Tx, customer_id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('second_factors')
    .where('customer_id', '=', customer_id)
    .returning('confirmed_at')
    .executeTakeFirst()
  return Boolean(gone?.confirmed_at)
}
