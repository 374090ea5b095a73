import { type FormEvent, useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { leaveNote } from '../../app/note.ts'
import { Link } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { Field } from '../../ui/field.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { register } from './account.api.ts'
import { EmailField } from './email-field.tsx'

/** Opening an account. Who has done so is signed in, and finds a note to look at the mail. */
export function RegisterPage() {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const watch = (event: FormEvent<HTMLFormElement>) =>
    setTyped(Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>)
  const form = useForm(({ email = '', password = '', first_name = '', last_name = '' }) =>
    register({ email, password, first_name, last_name }, () =>
      leaveNote(paths.home, m.registered_note({ email })),
    ),
  )
  return (
    <DoorPage title={m.register_title()} text={m.register_text()}>
      <form className="form" onSubmit={form.submit} onInput={watch} noValidate>
        <div className="form-row">
          <Field
            name="first_name"
            autoComplete="given-name"
            label={m.first_name()}
            errors={form.errors.first_name}
            required
          />
          <Field
            name="last_name"
            autoComplete="family-name"
            label={m.last_name()}
            hint={m.last_name_hint()}
            errors={form.errors.last_name}
          />
        </div>
        <EmailField errors={form.errors.email} />
        <NewPasswordField name="password" label={m.password()} errors={form.errors.password} owner={typed} />
        <Problem text={form.problem} />
        <Button type="submit" isBusy={form.isBusy}>
          {m.register_action()}
        </Button>
      </form>
      <p className="other-door">
        {m.has_account()} <Link to={paths.signIn}>{m.sign_in()}</Link>
      </p>
    </DoorPage>
  )
}
