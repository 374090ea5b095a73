import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { adviceRules, fulfilled } from './password-advice.ts'
import { changePassword } from './security.api.ts'

/** The old password, the new one twice, and what a good one has. */
export function PasswordForm() {
  const [typed, setTyped] = useState('')
  const form = useForm(
    async ({ old_password = '', new_password = '', new_password_confirm = '' }, element) => {
      await changePassword({ old_password, new_password, new_password_confirm })
      element.reset()
      setTyped('')
      toast(m.security_password_changed())
    },
  )
  return (
    <form className="form" onSubmit={form.submit} noValidate>
      <PasswordField
        name="old_password"
        autoComplete="current-password"
        label={m.security_password_old()}
        errors={form.errors.old_password}
        required
      />
      <PasswordField
        name="new_password"
        autoComplete="new-password"
        label={m.security_password_new()}
        hint={<Advice typed={typed} />}
        errors={form.errors.new_password}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        required
      />
      <PasswordField
        name="new_password_confirm"
        autoComplete="new-password"
        label={m.security_password_again()}
        errors={form.errors.new_password_confirm}
        required
      />
      <p className="notice notice-bad" role="alert">
        {form.problem}
      </p>
      <div>
        <Button type="submit" isBusy={form.isBusy}>
          {m.security_password_save()}
        </Button>
      </div>
    </form>
  )
}

function Advice({ typed }: { typed: string }) {
  const met = fulfilled(typed)
  const words = {
    length: m.security_advice_length,
    letter: m.security_advice_letter,
    digit: m.security_advice_digit,
    special: m.security_advice_special,
  }
  return (
    <ul className="advice">
      {adviceRules.map((rule) => (
        <li key={rule} data-met={met.has(rule) || undefined}>
          {words[rule]()}
          {met.has(rule) ? <span className="visually-hidden"> ({m.security_advice_met()})</span> : null}
        </li>
      ))}
      <li>{m.security_advice_own()}</li>
    </ul>
  )
}
