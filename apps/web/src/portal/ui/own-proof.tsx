import { Refusal } from '@crm/client'
import type { SecondFactor } from '@crm/contract'
import type { ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import { CodeField } from './code-field.tsx'
import { Loaded } from './loaded.tsx'
import { PasswordField } from './password-field.tsx'
import { useAnswer } from './use-answer.ts'
import type { FieldErrors } from './use-form.ts'

/** For forms whose act asks for more than being signed in: the password, and a code where the second step is on. */
export function useOwnProof() {
  const factor = useAnswer<SecondFactor>('/api/customers/second-factor/')
  return {
    factor,
    /** Sends the form; where the second step was turned on meanwhile, the field for its code appears. */
    async prove(send: () => Promise<unknown>): Promise<void> {
      try {
        await send()
      } catch (refusal) {
        if (refusal instanceof Refusal && refusal.code === 'otp_required') await factor.ask()
        throw refusal
      }
    },
  }
}

type OwnProofFormProps = {
  proof: ReturnType<typeof useOwnProof>
  /** What the field of the password is called here. */
  label: string
  errors: FieldErrors
  /** The rest of the form, around the fields. */
  children: (fields: ReactNode) => ReactNode
}

/** Shows the form once it is known what it has to ask for. */
export const OwnProofForm = ({ proof, label, errors, children }: OwnProofFormProps) => (
  <Loaded answer={proof.factor} skeleton={<div className="skeleton" style={{ blockSize: '6rem' }} />}>
    {({ is_on }) =>
      children(
        <>
          <PasswordField
            name="password"
            autoComplete="current-password"
            label={label}
            errors={errors.password}
            required
          />
          {is_on ? (
            <CodeField name="otp" errors={errors.otp} hint={m.security_factor_code_or_recovery()} />
          ) : null}
        </>,
      )
    }
  </Loaded>
)
