import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db, Tx } from '../../platform/db/db.ts'

/**
 * Links that work once. The row holds the hash; the token itself is made from the row's id and the secret whenever a
 * mail is written, so neither the database nor a job ever holds one that could be used.
 */

export type Purpose = 'verify_email' | 'reset_password' | 'claim_account' | 'change_email'

const validForHours: Record<Purpose, number> = {
  verify_email: 24,
  reset_password: 1,
  claim_account: 24 * 7,
  change_email: 24,
}

export type TokenMaker = (id: string) => string

/** 256 bits, URL-safe. */
export function createTokenMaker(secret: string): TokenMaker {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'crm one-time token', 32))
  return (id) => createHmac('sha256', key).update(id).digest('base64url')
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Makes the one token of this customer and purpose; an older one stops working. `email` is where it is mailed. */
export async function issueToken(
  tx: Tx,
  makeToken: TokenMaker,
  { purpose, customer_id, email }: { purpose: Purpose; customer_id: string; email: string },
): Promise<void> {
  const id = uuidv7()
  const values = {
    id,
    token_hash: hashOf(makeToken(id)),
    email,
    expires_at: sql<string>`now() + make_interval(hours => ${validForHours[purpose]})`,
  }
  await tx
    .insertInto('one_time_tokens')
    .values({ ...values, purpose, customer_id })
    .onConflict((conflict) =>
      conflict.columns(['customer_id', 'purpose']).doUpdateSet({ ...values, created_at: sql<string>`now()` }),
    )
    .execute()
}

export type PendingToken = { purpose: Purpose; customer_id: string; email: string }

const columns = ['purpose', 'customer_id', 'email'] as const

/** The token that waits to be mailed, with its text; undefined when it was used or ran out meanwhile. */
export async function findTokenToMail(
  db: Db,
  makeToken: TokenMaker,
  customer_id: string,
  purpose: Purpose,
): Promise<{ token: string; email: string } | undefined> {
  const pending = await db
    .selectFrom('one_time_tokens')
    .select(['id', 'email'])
    .where('customer_id', '=', customer_id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  return pending && { token: makeToken(pending.id), email: pending.email }
}

const matching = (token: string, purposes: readonly Purpose[]) => ({
  hash: hashOf(token),
  purposes: [...purposes],
})

/** What a token stands for, without using it up. */
export async function peekToken(
  db: Db,
  token: string,
  purposes: readonly Purpose[],
): Promise<PendingToken | undefined> {
  const { hash, purposes: allowed } = matching(token, purposes)
  const found = await db
    .selectFrom('one_time_tokens')
    .select(columns)
    .where('token_hash', '=', hash)
    .where('purpose', 'in', allowed)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  return found as PendingToken | undefined
}

/** Uses a token up: of any number at once, one gets it. */
export async function useToken(
  tx: Tx,
  token: string,
  purposes: readonly Purpose[],
): Promise<PendingToken | undefined> {
  const { hash, purposes: allowed } = matching(token, purposes)
  const used = await tx
    .deleteFrom('one_time_tokens')
    .where('token_hash', '=', hash)
    .where('purpose', 'in', allowed)
    .where('expires_at', '>', sql<string>`now()`)
    .returning(columns)
    .executeTakeFirst()
  return used as PendingToken | undefined
}

/** Makes the waiting tokens of a customer useless, of these purposes. */
export async function revokeTokens(tx: Tx, customer_id: string, purposes: readonly Purpose[]): Promise<void> {
  await tx
    .deleteFrom('one_time_tokens')
    .where('customer_id', '=', customer_id)
    .where('purpose', 'in', [...purposes])
    .execute()
}

export async function deleteOldTokens(db: Db): Promise<void> {
  await db.deleteFrom('one_time_tokens').where('expires_at', '<', sql<string>`now()`).execute()
}
