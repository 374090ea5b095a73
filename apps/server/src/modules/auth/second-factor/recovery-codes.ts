import type { RecoveryCodes } from '@crm/contract'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { invariant } from '../../../platform/errors.ts'
import { recordEvent } from '../../audit/index.ts'
import type { AuthContext } from '../context.ts'
import { type Proof, withProof } from './prove-second-factor.ts'
import { replaceRecoveryCodes } from './second-factor.queries.ts'
import { newRecoveryCodes, recoveryHash } from './second-factor.rules.ts'

/** Ten new recovery codes in the place of the old ones: only their hashes are kept. */
export async function giveRecoveryCodes(tx: Tx, customer_id: string): Promise<RecoveryCodes> {
  const recovery_codes = newRecoveryCodes()
  const hashes = recovery_codes.map((code) => {
    const hash = recoveryHash(customer_id, code)
    invariant(hash, 'a recovery code of ours is none')
    return hash
  })
  await replaceRecoveryCodes(tx, customer_id, hashes)
  return { recovery_codes }
}

/** The same for who proves both steps, when codes were used up or seen by others. */
export const renewRecoveryCodes = (
  context: AuthContext,
  actor: Actor,
  proof: Proof,
): Promise<RecoveryCodes> =>
  withProof(context, actor, proof, async (tx) => {
    const { customer_id } = proof
    await recordEvent(tx, actor, { name: 'auth.recovery_codes_renewed', customer_id })
    return giveRecoveryCodes(tx, customer_id)
  })
