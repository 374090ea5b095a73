import type { Actor } from '../../platform/actor.ts'
import { recordEvent } from '../audit/index.ts'
import { trashOwnAccount } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { type AccountProof, withAccountProof } from './second-factor/prove-account.ts'
import { endSessions } from './sessions/sessions.queries.ts'

/**
 * Puts the account of who proves that it is theirs into the trash, where staff can find it for 30 days, and signs the
 * person out everywhere. Throws what `withAccountProof` throws, and field errors for the last owner.
 */
export const deleteOwnAccount = (context: AuthContext, actor: Actor, proof: AccountProof): Promise<void> =>
  withAccountProof(context, actor, proof, async (tx) => {
    const { customer_id } = proof
    await trashOwnAccount(tx, actor, customer_id)
    await endSessions(tx, customer_id, 'trashed')
    await recordEvent(tx, actor, { name: 'customer.deletion_requested', customer_id })
  })
