import { Refusal } from '@crm/client'
import type { Login } from '@crm/contract'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { note } from '../../app/note.ts'
import { Link } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { later } from '../../ui/later.tsx'
import { LoadingPage } from '../../ui/loading-page.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useFocusOnStep } from '../../ui/use-focus-on-step.ts'
import { useForm } from '../../ui/use-form.ts'
import { signIn } from './account.api.ts'
import { EmailField } from './email-field.tsx'

/** Few accounts ask for a code: only they load the step. */
const SecondFactor = later(async () => (await import('./second-factor.tsx')).SecondFactor, <LoadingPage />)

/** Signing in: email and password, and a code where the account asks for one. */
export function SignInPage() {
  const [known, setKnown] = useState<Login>()
  useFocusOnStep(known)
  return known ? (
    <SecondFactor credentials={known} onBack={() => setKnown(undefined)} />
  ) : (
    <FirstFactor onCodeAsked={setKnown} />
  )
}

function FirstFactor({ onCodeAsked }: { onCodeAsked: (credentials: Login) => void }) {
  const form = useForm(async ({ email = '', password = '' }) => {
    try {
      await signIn({ email, password })
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.code !== 'otp_required') throw refusal
      // That somebody signed out is no news any more.
      note.set(undefined)
      onCodeAsked({ email, password })
    }
  })
  return (
    <DoorPage title={m.sign_in_title()} windowName={m.sign_in()} text={m.sign_in_text()}>
      <form className="form" onSubmit={form.submit} noValidate>
        <EmailField errors={form.errors.email} />
        <PasswordField
          name="password"
          autoComplete="current-password"
          label={m.password()}
          errors={form.errors.password}
          required
        />
        <Link className="aside-link" to={paths.forgotPassword}>
          {m.forgot_password_link()}
        </Link>
        <Problem text={form.problem} />
        <Button type="submit" isBusy={form.isBusy}>
          {m.sign_in()}
        </Button>
      </form>
      <p className="other-door">
        {m.no_account_yet()} <Link to={paths.register}>{m.register_link()}</Link>
      </p>
    </DoorPage>
  )
}
