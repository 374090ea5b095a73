import type { SecondFactorSecret } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { useFocusOnStep } from '../../ui/use-focus-on-step.ts'
import { useForm } from '../../ui/use-form.ts'
import { usePerson } from '../../ui/use-person.ts'
import { Username } from '../../ui/username.tsx'
import { beginSecondFactor, confirmSecondFactor } from './security.api.ts'

type Codes = { onCodes: (codes: string[]) => void }

/** The password, then the app; `onCodes` gets the codes for a lost phone. */
export function StartSecondFactor({ onCodes }: Codes) {
  const [begun, setBegun] = useState<SecondFactorSecret>()
  const beginning = useFocusOnStep<HTMLDivElement>(begun)
  return (
    <div ref={beginning} tabIndex={-1} className="step">
      {begun ? <ScanForm {...begun} onCodes={onCodes} /> : <PasswordStep onBegun={setBegun} />}
    </div>
  )
}

function PasswordStep({ onBegun }: { onBegun: (begun: SecondFactorSecret) => void }) {
  const person = usePerson()
  const form = useForm(async ({ password = '' }) => onBegun(await beginSecondFactor(password)))
  return (
    <form className="form" onSubmit={form.submit} noValidate>
      <p>{m.security_factor_text({ apps: m.code_apps() })}</p>
      <Username email={person?.email ?? ''} />
      <PasswordField
        name="password"
        autoComplete="current-password"
        label={m.security_password_yours()}
        errors={form.errors.password}
        required
      />
      <Problem text={form.problem} />
      <div>
        <Button type="submit" isBusy={form.isBusy}>
          {m.security_factor_start()}
        </Button>
      </div>
    </form>
  )
}

function ScanForm({ secret, uri, onCodes }: SecondFactorSecret & Codes) {
  const form = useForm(async ({ code = '' }) =>
    onCodes((await confirmSecondFactor(code.replace(/\s/g, ''))).recovery_codes),
  )
  return (
    <form className="form" onSubmit={form.submit} noValidate>
      <p>{m.security_factor_scan()}</p>
      <div className="scan">
        <QrCode text={uri} label={m.security_factor_qr()} />
        <div className="stack">
          <a className="button button-secondary" href={uri}>
            {m.security_factor_open_app()}
          </a>
          <p className="quiet">
            {m.security_factor_type()} <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
        </div>
      </div>
      <CodeField errors={form.errors.code} hint={m.security_factor_code_hint()} />
      <Problem text={form.problem} />
      <div>
        <Button type="submit" isBusy={form.isBusy}>
          {m.security_factor_confirm()}
        </Button>
      </div>
    </form>
  )
}
