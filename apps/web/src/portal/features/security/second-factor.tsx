import type { SecondFactor as Factor } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { toast } from '../../ui/toast.tsx'
import { useFocusOnStep } from '../../ui/use-focus-on-step.ts'
import { ProofForm } from './proof-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { endSecondFactor, renewRecoveryCodes, useSecondFactor } from './security.api.ts'
import { StartSecondFactor } from './start-second-factor.tsx'

/** A code from the phone beside the password: turned on in three steps, turned off with both. */
export function SecondFactor() {
  const factor = useSecondFactor()
  const [codes, setCodes] = useState<string[]>()
  const [steps, setSteps] = useState(0)
  const beginning = useFocusOnStep<HTMLDivElement>(steps)
  const show = (next: string[] | undefined) => {
    setCodes(next)
    setSteps((count) => count + 1)
  }
  const done = async () => {
    await factor.ask()
    show(undefined)
  }
  return (
    <div ref={beginning} tabIndex={-1} className="stack step">
      {codes ? (
        <RecoveryCodes codes={codes} onDone={done} />
      ) : (
        <State factor={factor} onCodes={show} onEnded={done} />
      )}
    </div>
  )
}

type StateProps = {
  factor: ReturnType<typeof useSecondFactor>
  onCodes: (codes: string[]) => void
  onEnded: () => Promise<void>
}

function State({ factor, onCodes, onEnded }: StateProps) {
  return (
    <Loaded answer={factor} skeleton={<div className="skeleton" style={{ blockSize: '4rem' }} />}>
      {(body) =>
        body.is_on ? (
          <IsOn factor={body} onCodes={onCodes} onEnded={onEnded} />
        ) : (
          <StartSecondFactor onCodes={onCodes} />
        )
      }
    </Loaded>
  )
}

type IsOnProps = { factor: Factor; onCodes: (codes: string[]) => void; onEnded: () => Promise<void> }

function IsOn({ factor, onCodes, onEnded }: IsOnProps) {
  const [wanted, setWanted] = useState<'codes' | 'end'>()
  return (
    <>
      <p className="notice notice-good">{m.security_factor_is_on()}</p>
      <p className={factor.recovery_codes_left < 3 ? 'notice notice-bad' : 'quiet'}>
        {m.security_factor_codes_left({ count: String(factor.recovery_codes_left) })}
      </p>
      <div className="row">
        <Button look="secondary" aria-expanded={wanted === 'codes'} onClick={() => setWanted('codes')}>
          {m.security_codes_renew()}
        </Button>
        <Button look="danger" aria-expanded={wanted === 'end'} onClick={() => setWanted('end')}>
          {m.security_factor_end()}
        </Button>
      </div>
      {wanted === 'codes' ? (
        <ProofForm
          text={m.security_codes_renew_text()}
          button={m.security_codes_renew()}
          look="secondary"
          onProved={async (proof) => onCodes((await renewRecoveryCodes(proof)).recovery_codes)}
        />
      ) : null}
      {wanted === 'end' ? (
        <ProofForm
          text={m.security_factor_end_text()}
          button={m.security_factor_end()}
          look="danger"
          onProved={async (proof) => {
            await endSecondFactor(proof)
            toast(m.security_factor_ended())
            await onEnded()
          }}
        />
      ) : null}
    </>
  )
}
