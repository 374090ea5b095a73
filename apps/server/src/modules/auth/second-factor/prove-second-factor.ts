import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { AppError, FieldErrors } from '../../../platform/errors.ts'
import { recordEvent } from '../../audit/index.ts'
import { getCustomer } from '../../customers/index.ts'
import type { AuthContext } from '../context.ts'
import { compareOwnPassword, notYourPassword } from '../passwords/check-password.ts'
import { findPasswordHash, lockAccount } from '../passwords/credentials.queries.ts'
import { clearAttempts } from '../passwords/sign-in-attempts.ts'
import { hasSecondFactor } from './second-factor.queries.ts'
import { spendOtp } from './spend-otp.ts'

export type Proof = { customer_id: string; password: string; code: string }

/**
 * Does something to an account that only who has both its password and its second step may do. Guessing either counts as
 * at sign-in, until both were right. Throws `not_found` where no second step is on.
 */
export async function withProof<Result>(
  context: AuthContext,
  actor: Actor,
  proof: Proof,
  change: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const { db } = context
  const { customer_id, password } = proof
  if (!(await hasSecondFactor(db, customer_id))) throw isOff()
  const customer = await getCustomer(db, customer_id)
  const compared = await compareOwnPassword(context, actor, { customer, field: 'password', password })
  const outcome = await db.transaction().execute(async (tx) => {
    await lockAccount(tx, customer_id)
    if ((await findPasswordHash(tx, customer_id)) !== compared) throw notYourPassword('password')
    if (!(await spend(tx, context, actor, proof))) return undefined
    const result = await change(tx)
    await clearAttempts(tx, { email: customer.email, address: actor.address })
    return { result }
  })
  if (outcome) return outcome.result
  await recordFailure(context, actor, customer_id)
  throw new FieldErrors({ code: ['This code is wrong or was used before. Wait for the next one.'] })
}

const isOff = () => new AppError('not_found', 'The second step is not on.')

const spend = (tx: Tx, { vault }: AuthContext, actor: Actor, { customer_id, code }: Proof) =>
  spendOtp(tx, { vault, actor }, { customer_id, otp: code })

const recordFailure = ({ db }: AuthContext, actor: Actor, customer_id: string) =>
  db.transaction().execute((tx) => recordEvent(tx, actor, { name: 'auth.second_factor_failed', customer_id }))
