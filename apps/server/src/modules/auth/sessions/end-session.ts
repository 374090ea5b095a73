import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { recordEvent } from '../../audit/index.ts'
import { checkStaffChange, lockCustomer } from '../../customers/index.ts'
import type { AuthContext } from '../context.ts'
import { endSessions, readSessionOwner } from './sessions.queries.ts'

/** Signs out: ends the session that a refresh token of this customer belongs to. Twice is as good as once. */
export function logOut(
  { db, tokens }: AuthContext,
  actor: Actor,
  customer_id: string,
  refresh: string,
): Promise<void> {
  const { session_id } = tokens.readRefresh(refresh)
  return db.transaction().execute(async (tx) => {
    if ((await endSessions(tx, customer_id, 'logout', session_id)) === 0) return
    await recordEvent(tx, actor, { name: 'auth.logged_out', customer_id, detail: { session_id } })
  })
}

/** The same for a page, whose cookie is all that says who it is. */
export async function logOutOfPage(context: AuthContext, actor: Actor, refresh: string): Promise<void> {
  const { session_id } = context.tokens.readRefresh(refresh)
  const { rows } = await readSessionOwner(context.db, session_id)
  const [owner] = rows
  if (owner) await logOut(context, { ...actor, id: owner.customer_id }, owner.customer_id, refresh)
}

/** Ends one session of a customer. Throws `not_found` when it is not theirs or over already. */
export function endSession(db: Db, actor: Actor, customer_id: string, session_id: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    if ((await endSessions(tx, customer_id, 'ended', session_id)) === 0) throw new AppError('not_found')
    await recordEvent(tx, actor, { name: 'auth.session_ended', customer_id, detail: { session_id } })
  })
}

/** Signs a customer out everywhere. Staff is the owner's to sign out. */
export function endAllSessions(db: Db, actor: Actor, customer_id: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await checkStaffChange(tx, actor, await lockCustomer(tx, customer_id), ['sessions'])
    const ended = await endSessions(tx, customer_id, 'ended')
    await recordEvent(tx, actor, { name: 'auth.session_ended', customer_id, detail: { ended } })
  })
}
