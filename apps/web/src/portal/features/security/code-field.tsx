import { m } from '../../../messages/messages.js'
import { Field } from '../../ui/field.tsx'

/** Six digits of the app, offered by the phone where it can. */
export const CodeField = ({ errors, hint }: { errors: readonly string[] | undefined; hint?: string }) => (
  <Field
    name="code"
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
