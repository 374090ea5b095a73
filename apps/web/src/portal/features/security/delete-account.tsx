import { signOut } from '../../../lib/session.ts'
import { m } from '../../../messages/messages.js'
import { leave } from '../../app/leave.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { deleteAccount } from './security.api.ts'

/** Says what is lost and for how long it can be had back; the password is the confirmation. */
export function DeleteAccount() {
  const form = useForm(({ password = '' }) =>
    leave(async () => {
      await deleteAccount(password)
      await signOut()
    }, m.security_deleted()),
  )
  return (
    <form className="form" onSubmit={form.submit} noValidate>
      <p>{m.security_delete_text()}</p>
      <p>{m.security_delete_days()}</p>
      <PasswordField
        name="password"
        autoComplete="current-password"
        label={m.security_delete_password()}
        errors={form.errors.password}
        required
      />
      <Problem text={form.problem} />
      <div>
        <Button type="submit" look="danger" isBusy={form.isBusy}>
          {m.security_delete()}
        </Button>
      </div>
    </form>
  )
}
