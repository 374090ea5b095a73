import type { Db, Tx } from '../../platform/db/db.ts'
import { FieldErrors } from '../../platform/errors.ts'
import { findRecipient, type Recipient } from '../customers/index.ts'
import {
  isTokenOf,
  type PendingToken,
  type Purpose,
  peekToken,
  revokeTokens,
  type TokenMaker,
} from './one-time-tokens.ts'
import { lockAccount } from './passwords/credentials.queries.ts'

/** A mailed link: its token, and what it may be for. */
export type Link = { token: string; purposes: readonly Purpose[] }

export type Followed = PendingToken & { customer: Recipient }

const linkIsOver = () => new FieldErrors({ token: ['This link is not valid any more. Ask for a new one.'] })

/**
 * Whose link it is, without using it up. Throws field errors where it is over: used, replaced, out of date, made for an
 * address that the customer no longer has, or of somebody who may not sign in.
 */
export async function readLink(db: Db, makeToken: TokenMaker, { token, purposes }: Link): Promise<Followed> {
  const pending = await peekToken(db, token, purposes)
  const customer = pending && (await findRecipient(db, pending.customer_id))
  if (!customer || !isTokenOf(makeToken, token, pending.id, customer)) throw linkIsOver()
  return { ...pending, customer }
}

/** Uses a link up: of any number at once, one gets through. Locks the customer. Throws field errors where it is over. */
export async function followLink(tx: Tx, makeToken: TokenMaker, link: Link): Promise<Followed> {
  const { customer_id } = await readLink(tx, makeToken, link)
  await lockAccount(tx, customer_id)
  // Read again: it may have been used, or the address changed, while we waited for the turn.
  const followed = await readLink(tx, makeToken, link)
  await revokeTokens(tx, customer_id, [followed.purpose])
  return followed
}
