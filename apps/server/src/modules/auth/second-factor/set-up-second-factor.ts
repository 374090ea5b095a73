import type { RecoveryCodes, SecondFactorSecret } from '@crm/contract'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { AppError, FieldErrors } from '../../../platform/errors.ts'
import { recordEvent } from '../../audit/index.ts'
import { getCustomer } from '../../customers/index.ts'
import { getStore } from '../../store/index.ts'
import type { AuthContext } from '../context.ts'
import { checkOwnPassword, notYourPassword } from '../passwords/check-password.ts'
import { findPasswordHash, lockAccount } from '../passwords/credentials.queries.ts'
import { clearAttempts, countAttempt } from '../passwords/sign-in-attempts.ts'
import { giveRecoveryCodes } from './recovery-codes.ts'
import {
  confirmFactor,
  hasSecondFactor,
  lockPendingFactor,
  savePendingFactor,
} from './second-factor.queries.ts'
import { newSecret, uriOf } from './second-factor.rules.ts'
import { usableStep } from './spend-otp.ts'

const isOnAlready = () =>
  new AppError('conflict', 'The second step is on already. Turn it off first to use another app.')

/** Makes the secret that an authenticator app is told. Nothing is asked for until `confirmSecondFactor`. */
export async function beginSecondFactor(
  context: AuthContext,
  actor: Actor,
  { customer_id, password }: { customer_id: string; password: string },
): Promise<SecondFactorSecret> {
  const { db, vault } = context
  const customer = await getCustomer(db, customer_id)
  const compared = await checkOwnPassword(context, actor, { customer, field: 'password', password })
  const secret = newSecret()
  await db.transaction().execute(async (tx) => {
    await lockAccount(tx, customer_id)
    if ((await findPasswordHash(tx, customer_id)) !== compared) throw notYourPassword('password')
    if (!(await savePendingFactor(tx, customer_id, vault.seal(customer_id, secret)))) throw isOnAlready()
    await recordEvent(tx, actor, { name: 'auth.second_factor_begun', customer_id })
  })
  const { name: store } = await getStore(db)
  return { secret, uri: uriOf(secret, { store, label: customer.email }) }
}

type Confirmation = { customer_id: string; code: string }

/** Turns it on by a first code of the app, and gives the recovery codes. Guesses count as those at sign-in. */
export async function confirmSecondFactor(
  context: AuthContext,
  actor: Actor,
  given: Confirmation,
): Promise<RecoveryCodes> {
  const { email } = await getCustomer(context.db, given.customer_id)
  const attempt = { email, address: actor.address }
  await countAttempt(context.db, attempt)
  return context.db.transaction().execute(async (tx) => {
    const codes = await confirm(tx, { ...context, actor }, given)
    await clearAttempts(tx, attempt)
    return codes
  })
}

async function confirm(
  tx: Tx,
  { vault, actor }: Pick<AuthContext, 'vault'> & { actor: Actor },
  { customer_id, code }: Confirmation,
): Promise<RecoveryCodes> {
  await lockAccount(tx, customer_id)
  if (await hasSecondFactor(tx, customer_id)) throw isOnAlready()
  const pending = await lockPendingFactor(tx, customer_id)
  if (!pending) throw new FieldErrors({ code: ['Begin again: this took longer than an hour.'] })
  const step = usableStep(vault, customer_id, pending, code)
  if (step === undefined)
    throw new FieldErrors({ code: ['This is not the code. Enter the one that the app shows now.'] })
  await confirmFactor(tx, customer_id, step)
  await recordEvent(tx, actor, { name: 'auth.second_factor_enabled', customer_id })
  return giveRecoveryCodes(tx, customer_id)
}
