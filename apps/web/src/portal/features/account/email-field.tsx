import { m } from '../../../messages/messages.js'
import { Field } from '../../ui/field.tsx'

/** The address that somebody signs in with. */
export const EmailField = (props: { errors?: readonly string[] | undefined; defaultValue?: string }) => (
  <Field
    name="email"
    type="email"
    inputMode="email"
    autoComplete="username"
    autoCapitalize="none"
    spellCheck={false}
    label={m.email()}
    required
    {...props}
  />
)
