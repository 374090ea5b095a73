import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'

/** What is said to who came with a link that is over, or with a part of one. */
export const ResetLinkOver = ({ isComplete }: { isComplete: boolean }) => (
  <DoorPage
    title={m.reset_title()}
    text={<span role="status">{isComplete ? m.reset_over() : m.link_incomplete()}</span>}
  >
    <ButtonLink to={paths.forgotPassword}>{m.ask_new_link()}</ButtonLink>
  </DoorPage>
)
