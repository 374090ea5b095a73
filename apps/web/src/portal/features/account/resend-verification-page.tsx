import { m } from '../../../messages/messages.js'
import { DoorPage } from '../../ui/door-page.tsx'
import { askForVerification } from './account.api.ts'
import { LinkRequest } from './link-request.tsx'

export const ResendVerificationPage = () => (
  <DoorPage title={m.resend_title()} text={m.resend_text()}>
    <LinkRequest ask={askForVerification} action={m.send_link()} done={m.resend_done()} />
  </DoorPage>
)
