import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { CodeField } from './code-field.tsx'
import { endSecondFactor } from './security.api.ts'

/** Turning it off needs what signing in needs. */
export function EndSecondFactor({ onDone }: { onDone: () => Promise<void> }) {
  const form = useForm(async ({ password = '', code = '' }) => {
    await endSecondFactor({ password, code: code.replace(/\s/g, '') })
    toast(m.security_factor_ended())
    await onDone()
  })
  return (
    <form className="form" onSubmit={form.submit} noValidate>
      <h3>{m.security_factor_end_title()}</h3>
      <PasswordField
        name="password"
        autoComplete="current-password"
        label={m.security_password_yours()}
        errors={form.errors.password}
        required
      />
      <CodeField errors={form.errors.code} hint={m.security_factor_code_or_recovery()} />
      <p className="notice notice-bad" role="alert">
        {form.problem}
      </p>
      <div>
        <Button type="submit" look="danger" isBusy={form.isBusy}>
          {m.security_factor_end()}
        </Button>
      </div>
    </form>
  )
}
