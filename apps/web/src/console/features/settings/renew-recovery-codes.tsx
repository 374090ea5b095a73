import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { ProofForm } from './proof-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { renewRecoveryCodes } from './second-factor.api.ts'

type RenewProps = { onDone: () => Promise<void>; onCancel: () => void }

/** New codes for a lost phone, when the old ones are used up or were seen by others. */
export function RenewRecoveryCodes({ onDone, onCancel }: RenewProps) {
  const [codes, setCodes] = useState<string[]>()
  if (codes) return <RecoveryCodes title={m.settings_recovery_new_title()} codes={codes} onDone={onDone} />
  return (
    <ProofForm
      text={m.settings_recovery_renew_text()}
      action={m.settings_recovery_renew()}
      send={async (proof) => setCodes((await renewRecoveryCodes(proof)).recovery_codes)}
      onCancel={onCancel}
    />
  )
}
