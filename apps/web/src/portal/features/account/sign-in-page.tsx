import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Link } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { useForm } from '../../ui/use-form.ts'
import { Woven } from '../../ui/woven.tsx'
import { signIn } from './account.api.ts'

export function SignInPage() {
  const form = useForm(({ email = '', password = '' }) => signIn({ email, password }))
  return (
    <>
      <div className="stack">
        <Woven />
        <h1>{m.sign_in_title()}</h1>
        <p className="quiet">{m.sign_in_text()}</p>
      </div>
      <form className="form" onSubmit={form.submit} noValidate>
        <Field
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          label={m.email()}
          errors={form.errors.email}
          required
        />
        <PasswordField
          name="password"
          autoComplete="current-password"
          label={m.password()}
          errors={form.errors.password}
          required
        />
        <p className="notice notice-bad" role="alert">
          {form.problem}
        </p>
        <Button type="submit" isBusy={form.isBusy}>
          {m.sign_in()}
        </Button>
      </form>
      <div className="row">
        <Link to={paths.forgotPassword}>{m.forgot_password_link()}</Link>
        <Link to={paths.register}>{m.register_link()}</Link>
      </div>
    </>
  )
}
