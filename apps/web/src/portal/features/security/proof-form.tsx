import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { usePerson } from '../../ui/use-person.ts'
import { Username } from '../../ui/username.tsx'

type ProofFormProps = {
  text: string
  button: string
  look: 'secondary' | 'danger'
  onProved: (proof: { password: string; code: string }) => Promise<void>
}

/** Asks for what signing in asks for: the password and a code. */
export function ProofForm({ text, button, look, onProved }: ProofFormProps) {
  const person = usePerson()
  const form = useForm(({ password = '', code = '' }) => onProved({ password, code }))
  return (
    <form className="form" onSubmit={form.submit} noValidate>
      <p>{text}</p>
      <Username email={person?.email ?? ''} />
      <PasswordField
        name="password"
        autoComplete="current-password"
        label={m.security_password_yours()}
        errors={form.errors.password}
        required
      />
      <CodeField errors={form.errors.code} hint={m.security_factor_code_or_recovery()} />
      <Problem text={form.problem} />
      <div>
        <Button type="submit" look={look} isBusy={form.isBusy}>
          {button}
        </Button>
      </div>
    </form>
  )
}
