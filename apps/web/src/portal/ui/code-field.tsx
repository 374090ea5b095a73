import { m } from '../../messages/messages.js'
import { Field } from './field.tsx'

type CodeFieldProps = { name?: 'code' | 'otp'; errors: readonly string[] | undefined; hint?: string }

/** Six digits of the app, offered by the phone where it can. */
export const CodeField = ({ name = 'code', errors, hint }: CodeFieldProps) => (
  <Field
    name={name}
    autoComplete="one-time-code"
    autoCapitalize="none"
    spellCheck={false}
    maxLength={40}
    label={m.security_factor_code()}
    hint={hint}
    errors={errors}
    required
  />
)
