import { Refusal } from '@crm/client'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { signOut } from '../../../lib/session.ts'
import { m } from '../../../messages/messages.js'
import { leaveNote } from '../../app/note.ts'
import { navigate } from '../../app/router.tsx'
import { useSession } from '../../app/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { later } from '../../ui/later.tsx'
import { LoadingPage } from '../../ui/loading-page.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useFocusOnStep } from '../../ui/use-focus-on-step.ts'
import { useForm } from '../../ui/use-form.ts'
import { resetPassword } from './account.api.ts'
import { useMailedToken } from './use-mailed-token.ts'

const LinkOver = later(async () => (await import('./reset-link-over.tsx')).ResetLinkOver, <LoadingPage />)

/** Where the mailed link leads: a new password, then signing in with it. Every session ends, also the one here. */
export function ResetPasswordPage() {
  const token = useMailedToken()
  const [isOver, setOver] = useState(token === '')
  useFocusOnStep(isOver)
  const isSignedIn = useSession().kind === 'somebody'
  const form = useForm(async ({ new_password = '' }) => {
    try {
      await resetPassword(token, new_password)
      if (isSignedIn) await signOut()
      leaveNote(paths.signIn, m.password_set_note())
      navigate(paths.signIn, { replace: true })
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || !refusal.fields.token) throw refusal
      setOver(true)
    }
  })
  if (isOver) return <LinkOver isComplete={token !== ''} />
  return (
    <DoorPage title={m.reset_title()} text={m.reset_text()}>
      <form className="form" onSubmit={form.submit} noValidate>
        <NewPasswordField name="new_password" label={m.new_password()} errors={form.errors.new_password} />
        <Problem text={form.problem} />
        <Button type="submit" isBusy={form.isBusy}>
          {m.reset_action()}
        </Button>
      </form>
    </DoorPage>
  )
}
