import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { AppError, FieldErrors } from '../../../platform/errors.ts'
import type { AuthContext } from '../context.ts'
import { withAccountProof } from './prove-account.ts'
import { hasSecondFactor } from './second-factor.queries.ts'

export type Proof = { customer_id: string; password: string; code: string }

/**
 * Changes the second step itself, which only who has the password and a code may do; a wrong one is named by its field.
 * Throws `not_found` where no second step is on.
 */
export async function withProof<Result>(
  context: AuthContext,
  actor: Actor,
  { code, ...proof }: Proof,
  change: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  try {
    return await withAccountProof(context, actor, { ...proof, otp: code }, async (tx) => {
      if (!(await hasSecondFactor(tx, proof.customer_id)))
        throw new AppError('not_found', 'The second step is not on.')
      return change(tx)
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'otp_invalid')
      throw new FieldErrors({ code: [error.message] })
    throw error
  }
}
