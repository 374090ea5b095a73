import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { recordEvent } from '../../audit/index.ts'
import type { FactorVault } from './factor-vault.ts'
import { lockFactor, type StoredFactor, takeRecoveryCode, takeStep } from './second-factor.queries.ts'
import { recoveryHash, stepOf, tidy } from './second-factor.rules.ts'

type Spending = { customer_id: string; otp: string }

/**
 * Uses up a code of the app or a recovery code; false where it is neither, or was used before. Of any number at once, one
 * gets through.
 */
export async function spendOtp(
  tx: Tx,
  { vault, actor }: { vault: FactorVault; actor: Actor },
  { customer_id, otp }: Spending,
): Promise<boolean> {
  const factor = await lockFactor(tx, customer_id)
  if (!factor) return false
  const step = usableStep(vault, customer_id, factor, otp)
  if (step !== undefined) return takeStep(tx, customer_id, step)
  const hash = recoveryHash(customer_id, otp)
  if (!hash || !(await takeRecoveryCode(tx, customer_id, hash))) return false
  await recordEvent(tx, { ...actor, id: customer_id }, { name: 'auth.recovery_code_used', customer_id })
  return true
}

/** The half minute that a code belongs to, where it is later than that of the code that was used last. */
export function usableStep(
  vault: FactorVault,
  customer_id: string,
  { sealed_secret, last_used_step }: StoredFactor,
  typed: string,
): number | undefined {
  const secret = vault.open(customer_id, sealed_secret)
  const step = secret && stepOf(secret, tidy(typed))
  return step && step > last_used_step ? step : undefined
}
