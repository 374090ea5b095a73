import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { toast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { usePerson } from '../../ui/use-person.ts'
import { Username } from '../../ui/username.tsx'
import { changePassword } from './security.api.ts'

/** The old password, the new one twice, and what a good one has. */
export function PasswordForm() {
  const person = usePerson()
  const [changes, setChanges] = useState(0)
  const form = useForm(
    async ({ old_password = '', new_password = '', new_password_confirm = '' }, element) => {
      await changePassword({ old_password, new_password, new_password_confirm })
      element.reset()
      setChanges((count) => count + 1)
      toast(m.security_password_changed())
    },
  )
  // A password is compared with each name; which of them are the first ones makes no difference.
  const owner = { email: person?.email ?? '', first_name: person?.first_name ?? '' }
  const last_name = person?.full_name.slice(owner.first_name.length).trim() ?? ''
  return (
    <form className="form" onSubmit={form.submit} noValidate>
      <Username email={owner.email} />
      <PasswordField
        name="old_password"
        autoComplete="current-password"
        label={m.security_password_old()}
        errors={form.errors.old_password}
        required
      />
      <NewPasswordField
        key={changes}
        name="new_password"
        label={m.security_password_new()}
        errors={form.errors.new_password}
        owner={{ ...owner, last_name }}
      />
      <PasswordField
        name="new_password_confirm"
        autoComplete="new-password"
        label={m.security_password_again()}
        errors={form.errors.new_password_confirm}
        required
      />
      <Problem text={form.problem} />
      <div>
        <Button type="submit" isBusy={form.isBusy}>
          {m.security_password_save()}
        </Button>
      </div>
    </form>
  )
}
