import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { getCustomer } from '../../customers/index.ts'
import type { AuthContext } from '../context.ts'
import { checkOwnPassword, notYourPassword } from '../passwords/check-password.ts'
import { findPasswordHash, lockAccount } from '../passwords/credentials.queries.ts'
import { clearAttempts } from '../passwords/sign-in-attempts.ts'
import { type OtpRefusal, refuseOtp } from './refuse-otp.ts'
import { hasSecondFactor } from './second-factor.queries.ts'
import { spendOtp } from './spend-otp.ts'

/** What somebody who is signed in types to show that the account is theirs. */
export type AccountProof = { customer_id: string; password: string; otp?: string | undefined }

/**
 * Does something to an account for which being signed in is not enough: the password is asked for, and a code where the
 * second step is on, as at sign-in. Throws field errors for another password, `otp_required` and `otp_invalid`; then, and
 * where `change` itself refuses, nothing is done and the code is still good.
 */
export async function withAccountProof<Result>(
  context: AuthContext,
  actor: Actor,
  proof: AccountProof,
  change: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const { db } = context
  const { customer_id, password } = proof
  const customer = await getCustomer(db, customer_id)
  const compared = await checkOwnPassword(context, actor, { customer, field: 'password', password })
  const outcome = await db.transaction().execute(async (tx) => {
    await lockAccount(tx, customer_id)
    // Another password may have been set since: what was proven with the old one is over then.
    if ((await findPasswordHash(tx, customer_id)) !== compared) throw notYourPassword('password')
    const refusal = await proveSecondStep(tx, context, actor, proof)
    if (refusal) return { refusal, done: false as const }
    const result = await change(tx)
    await clearAttempts(tx, { email: customer.email, address: actor.address })
    return { result, done: true as const }
  })
  return outcome.done ? outcome.result : refuseOtp(db, actor, { customer_id, field: 'otp' }, outcome.refusal)
}

/** Uses up the code of an account whose second step is on, or says what is wrong with it. */
async function proveSecondStep(
  tx: Tx,
  { vault }: AuthContext,
  actor: Actor,
  { customer_id, otp }: AccountProof,
): Promise<OtpRefusal | undefined> {
  if (!(await hasSecondFactor(tx, customer_id))) return undefined
  if (otp === undefined) return 'otp_required'
  return (await spendOtp(tx, { vault, actor }, { customer_id, otp })) ? undefined : 'otp_invalid'
}
