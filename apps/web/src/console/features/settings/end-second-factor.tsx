import type { SecondFactorProof } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { toast } from '../../ui/toast.tsx'
import { ProofForm } from './proof-form.tsx'
import { endSecondFactor } from './second-factor.api.ts'

type EndProps = { onDone: () => Promise<void>; onCancel: () => void }

/** Turns the code off: from then on the password alone opens the account. */
export function EndSecondFactor({ onDone, onCancel }: EndProps) {
  async function end(proof: SecondFactorProof) {
    await endSecondFactor(proof)
    toast.done(m.settings_second_factor_stopped())
    await onDone()
  }
  return (
    <ProofForm
      isDangerous
      text={m.settings_second_factor_stop_text()}
      action={m.settings_second_factor_stop()}
      send={end}
      onCancel={onCancel}
    />
  )
}
