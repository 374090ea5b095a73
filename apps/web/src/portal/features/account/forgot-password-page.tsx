import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Link } from '../../app/router.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { askForPasswordReset } from './account.api.ts'
import { LinkRequest } from './link-request.tsx'

export const ForgotPasswordPage = () => (
  <DoorPage title={m.forgot_title()} text={m.forgot_text()}>
    <LinkRequest ask={askForPasswordReset} action={m.send_link()} done={m.forgot_done()} />
    <p className="other-door">
      <Link to={paths.signIn}>{m.back_to_sign_in()}</Link>
    </p>
  </DoorPage>
)
