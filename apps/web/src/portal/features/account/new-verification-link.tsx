import { m } from '../../../messages/messages.js'
import { DoorPage } from '../../ui/door-page.tsx'
import { askForVerification } from './account.api.ts'
import { LinkRequest } from './link-request.tsx'

/** What is offered to who came with a link that is over, or with a part of one. */
export const NewVerificationLink = ({ isComplete }: { isComplete: boolean }) => (
  <DoorPage
    title={m.resend_title()}
    text={<span role="status">{isComplete ? m.verify_over() : m.link_incomplete()}</span>}
  >
    <LinkRequest ask={askForVerification} action={m.send_link()} done={m.resend_done()} />
  </DoorPage>
)
