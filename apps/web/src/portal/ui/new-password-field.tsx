import { useState } from 'react'
import type { PasswordOwner } from '../../lib/password-advice.ts'
import { later } from './later.tsx'
import { PasswordField } from './password-field.tsx'

/** It comes a moment after the fields that can be filled in meanwhile; its place is kept. */
const PasswordAdvice = later(
  async () => (await import('./password-advice.tsx')).PasswordAdvice,
  <div className="advice" />,
)

type NewPasswordFieldProps = {
  name: string
  label: string
  errors?: readonly string[] | undefined
  /** Whose it is, where that is known: a password should not be like a name. */
  owner?: PasswordOwner
}

/** A new password, with the rules that it keeps ticked while it is typed. */
export function NewPasswordField({ name, label, errors, owner }: NewPasswordFieldProps) {
  const [password, setPassword] = useState('')
  return (
    <div className="stack-close">
      <PasswordField
        name={name}
        label={label}
        errors={errors}
        autoComplete="new-password"
        required
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordAdvice password={password} owner={owner} />
    </div>
  )
}
