import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { recordEvent } from '../../audit/index.ts'
import { lockCustomer } from '../../customers/index.ts'
import type { AuthContext } from '../context.ts'
import { type Proof, withProof } from './prove-second-factor.ts'
import { deleteFactor } from './second-factor.queries.ts'

/** Turns one's own second step off. */
export const turnOffSecondFactor = (context: AuthContext, actor: Actor, proof: Proof): Promise<void> =>
  withProof(context, actor, proof, async (tx) => {
    const { customer_id } = proof
    await deleteFactor(tx, customer_id)
    await recordEvent(tx, actor, { name: 'auth.second_factor_disabled', customer_id })
  })

/** Takes the second step off somebody who lost it: the owner's to do for others, never a way around one's own. */
export function removeSecondFactor(db: Db, actor: Actor, customer_id: string): Promise<void> {
  if (actor.id === customer_id)
    throw new AppError(
      'permission_denied',
      'Turn your own second step off in your account: that asks for the password and a code.',
    )
  return db.transaction().execute(async (tx) => {
    await lockCustomer(tx, customer_id)
    if (!(await deleteFactor(tx, customer_id))) throw new AppError('not_found', 'No second step is on.')
    await recordEvent(tx, actor, {
      name: 'auth.second_factor_disabled',
      customer_id,
      detail: { by_store: true },
    })
  })
}
