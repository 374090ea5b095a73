import { m } from '../../../messages/messages.js'
import { DoorPage } from '../../ui/door-page.tsx'
import { askForPasswordReset } from './account.api.ts'
import { LinkRequest } from './link-request.tsx'
import { ToSignIn } from './to-sign-in.tsx'

/** What is offered to who came with a link that is over, or with a part of one. */
export const ResetLinkOver = ({ isComplete }: { isComplete: boolean }) => (
  <DoorPage
    title={m.reset_over_title()}
    text={<span role="status">{isComplete ? m.reset_over() : m.link_incomplete()}</span>}
  >
    <LinkRequest ask={askForPasswordReset} action={m.send_link()} done={m.forgot_done()} />
    <ToSignIn />
  </DoorPage>
)
