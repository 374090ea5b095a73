import { paths, places } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { usePerson } from '../../ui/use-person.ts'
import { askForVerification } from './account.api.ts'
import { LinkRequest } from './link-request.tsx'
import { ToSignIn } from './to-sign-in.tsx'

/** What is offered to who came with a link that is over, or with a part of one. */
export function NewVerificationLink({ isComplete }: { isComplete: boolean }) {
  const person = usePerson()
  if (person?.is_verified) return <VerifiedAlready email={person.email} />
  const whatIsOver = person ? m.verify_over_signed_in({ email: person.email }) : m.verify_over()
  return (
    <DoorPage
      title={m.resend_title()}
      text={<span role="status">{isComplete ? whatIsOver : m.link_incomplete()}</span>}
    >
      <LinkRequest ask={askForVerification} action={m.send_link()} done={m.resend_done()} />
      <ToSignIn />
    </DoorPage>
  )
}

const VerifiedAlready = ({ email }: { email: string }) => (
  <DoorPage
    title={m.verified_already_title()}
    text={<span role="status">{m.verified_already({ email })}</span>}
  >
    <div className="row">
      <ButtonLink to={paths.home}>{m.go_home()}</ButtonLink>
      <ButtonLink look="secondary" to={places.email}>
        {m.go_to_profile()}
      </ButtonLink>
    </div>
  </DoorPage>
)
