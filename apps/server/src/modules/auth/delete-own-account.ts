import type { Actor } from '../../platform/actor.ts'
import { recordEvent } from '../audit/index.ts'
import { getCustomer, trashOwnAccount } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { checkOwnPassword, notYourPassword } from './passwords/check-password.ts'
import { findPasswordHash, lockAccount } from './passwords/credentials.queries.ts'
import { endSessions } from './sessions/sessions.queries.ts'

/**
 * Puts the account of who knows its password into the trash, where staff can find it for 30 days, and signs the person
 * out everywhere. Throws field errors for another password, and for the last owner.
 */
export async function deleteOwnAccount(
  context: AuthContext,
  actor: Actor,
  customer_id: string,
  password: string,
): Promise<void> {
  const { db } = context
  const customer = await getCustomer(db, customer_id)
  const compared_hash = await checkOwnPassword(context, actor, { customer, field: 'password', password })
  await db.transaction().execute(async (tx) => {
    await lockAccount(tx, customer_id)
    if ((await findPasswordHash(tx, customer_id)) !== compared_hash) throw notYourPassword('password')
    await trashOwnAccount(tx, actor, customer_id)
    await endSessions(tx, customer_id, 'trashed')
    await recordEvent(tx, actor, { name: 'customer.deletion_requested', customer_id })
  })
}
