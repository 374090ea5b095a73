import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Loaded } from '../../ui/loaded.tsx'
import { EndSecondFactor } from './end-second-factor.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { type SecondFactor as Factor, useSecondFactor } from './security.api.ts'
import { StartSecondFactor } from './start-second-factor.tsx'

/** A code from the phone beside the password: turned on in three steps, turned off with both. */
export function SecondFactor() {
  const factor = useSecondFactor()
  const [codes, setCodes] = useState<string[]>()
  const done = async () => {
    await factor.ask()
    setCodes(undefined)
  }
  if (codes) return <RecoveryCodes codes={codes} onDone={done} />
  return (
    <Loaded answer={factor} skeleton={<div className="skeleton" style={{ blockSize: '4rem' }} />}>
      {(body) =>
        body.is_on ? <IsOn factor={body} onChange={factor.ask} /> : <StartSecondFactor onCodes={setCodes} />
      }
    </Loaded>
  )
}

function IsOn({ factor, onChange }: { factor: Factor; onChange: () => Promise<void> }) {
  return (
    <>
      <p className="notice notice-good">{m.security_factor_is_on()}</p>
      <p className={factor.recovery_codes_left < 3 ? 'notice notice-bad' : 'quiet'}>
        {m.security_factor_codes_left({ count: String(factor.recovery_codes_left) })}
      </p>
      <EndSecondFactor onDone={onChange} />
    </>
  )
}
