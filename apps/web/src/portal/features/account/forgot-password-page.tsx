import { m } from '../../../messages/messages.js'
import { DoorPage } from '../../ui/door-page.tsx'
import { askForPasswordReset } from './account.api.ts'
import { LinkRequest } from './link-request.tsx'
import { ToSignIn } from './to-sign-in.tsx'

export const ForgotPasswordPage = () => (
  <DoorPage title={m.forgot_title()} text={m.forgot_text()}>
    <LinkRequest ask={askForPasswordReset} action={m.send_link()} done={m.forgot_done()} />
    <ToSignIn />
  </DoorPage>
)
