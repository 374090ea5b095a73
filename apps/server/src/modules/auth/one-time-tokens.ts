import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db, Tx } from '../../platform/db/db.ts'
import { deleteInBatches } from '../../platform/db/delete-in-batches.ts'

/**
 * Links that work once. The row holds the hash; the token itself is made from the row's id, the customer's address and
 * the secret whenever a mail is written, so neither the database nor a job ever holds one that could be used.
 */

export type Purpose = 'verify_email' | 'reset_password' | 'claim_account' | 'change_email'

const validForHours: Record<Purpose, number> = {
  verify_email: 24,
  reset_password: 1,
  claim_account: 24 * 7,
  change_email: 24,
}

export type TokenMaker = (subject: string) => string

/** 256 bits, URL-safe. */
export function createTokenMaker(secret: string): TokenMaker {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'crm one-time token', 32))
  return (subject) => createHmac('sha256', key).update(subject).digest('base64url')
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

export type TokenOwner = { id: string; email: string }

/** A token is for the address that the account has now: once the account has another, it can't be made again. */
const tokenOf = (makeToken: TokenMaker, id: string, { email }: TokenOwner) => makeToken(`${id} ${email}`)

/**
 * Makes the one token of this customer and purpose; an older one stops working. `mailTo` is where it is mailed, if not
 * to the customer's address. Where there is no such customer there is no token, for the same price.
 */
export async function issueToken(
  tx: Tx,
  makeToken: TokenMaker,
  { purpose, customer, mailTo = customer.email }: { purpose: Purpose; customer: TokenOwner; mailTo?: string },
): Promise<void> {
  const id = uuidv7()
  await tx
    .insertInto('one_time_tokens')
    .columns(['id', 'purpose', 'customer_id', 'token_hash', 'email', 'expires_at'])
    .expression((row) =>
      row
        .selectFrom('customers')
        .select([
          sql<string>`${id}::uuid`.as('id'),
          sql<string>`${purpose}`.as('purpose'),
          'customers.id as customer_id',
          sql<Buffer>`${hashOf(tokenOf(makeToken, id, customer))}::bytea`.as('token_hash'),
          sql<string>`${mailTo}`.as('email'),
          sql<string>`now() + make_interval(hours => ${validForHours[purpose]})`.as('expires_at'),
        ])
        .where('customers.id', '=', customer.id),
    )
    .onConflict((conflict) =>
      conflict.columns(['customer_id', 'purpose']).doUpdateSet(({ ref }) => ({
        id: ref('excluded.id'),
        token_hash: ref('excluded.token_hash'),
        email: ref('excluded.email'),
        expires_at: ref('excluded.expires_at'),
        created_at: sql<string>`now()`,
      })),
    )
    .execute()
}

/** The token that waits to be mailed, with its text; undefined when it was used or ran out meanwhile. */
export async function findTokenToMail(
  db: Db,
  makeToken: TokenMaker,
  customer: TokenOwner,
  purpose: Purpose,
): Promise<{ token: string; email: string } | undefined> {
  const pending = await db
    .selectFrom('one_time_tokens')
    .select(['id', 'email'])
    .where('customer_id', '=', customer.id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  return pending && { token: tokenOf(makeToken, pending.id, customer), email: pending.email }
}

export type PendingToken = { id: string; purpose: Purpose; customer_id: string; email: string }

const columns = ['id', 'purpose', 'customer_id', 'email'] as const

/** What a token stands for, without using it up. */
export async function peekToken(
  db: Db,
  token: string,
  purposes: readonly Purpose[],
): Promise<PendingToken | undefined> {
  const found = await db
    .selectFrom('one_time_tokens')
    .select(columns)
    .where('token_hash', '=', hashOf(token))
    .where('purpose', 'in', [...purposes])
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  return found as PendingToken | undefined
}

/** Whether a token was made for the address that the customer has now. */
export const isTokenOf = (makeToken: TokenMaker, token: string, id: string, customer: TokenOwner) =>
  hashOf(token).equals(hashOf(tokenOf(makeToken, id, customer)))

/** Makes the waiting tokens of a customer useless, of these purposes. */
export async function revokeTokens(tx: Tx, customer_id: string, purposes: readonly Purpose[]): Promise<void> {
  await tx
    .deleteFrom('one_time_tokens')
    .where('customer_id', '=', customer_id)
    .where('purpose', 'in', [...purposes])
    .execute()
}

/** Forgets links that ran out. */
export const deleteOldTokens = (db: Db): Promise<number> =>
  deleteInBatches(db, {
    from: 'one_time_tokens',
    key: 'id',
    where: sql`expires_at < now()`,
    oldestBy: 'expires_at',
  })
