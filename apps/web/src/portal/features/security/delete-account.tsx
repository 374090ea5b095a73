import { useState } from 'react'
import { signOut } from '../../../lib/session.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { useForm } from '../../ui/use-form.ts'
import { deleteAccount } from './security.api.ts'

/** Says what is lost and for how long it can be had back; the password is the confirmation. */
export function DeleteAccount() {
  const [isDeleted, setDeleted] = useState(false)
  const form = useForm(async ({ password = '' }) => {
    await deleteAccount(password)
    setDeleted(true)
  })
  if (isDeleted)
    return (
      <Dialog title={m.security_deleted()} onClose={signOut}>
        <p>{m.security_deleted_text()}</p>
      </Dialog>
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
      <p className="notice notice-bad" role="alert">
        {form.problem}
      </p>
      <div>
        <Button type="submit" look="danger" isBusy={form.isBusy}>
          {m.security_delete()}
        </Button>
      </div>
    </form>
  )
}
