import { Refusal } from '@crm/client'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { askForVerification, verifyEmail } from './account.api.ts'
import { LinkRequest } from './link-request.tsx'
import { useMailedToken } from './use-mailed-token.ts'

type Stage = 'asked' | 'done' | 'over'

/** Where the mailed link leads. A press of the button verifies: programs that only look at links in mails do not. */
export function VerifyEmailPage() {
  const token = useMailedToken()
  const [stage, setStage] = useState<Stage>(token ? 'asked' : 'over')
  const form = useForm(async () => {
    try {
      await verifyEmail(token)
      setStage('done')
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || !refusal.fields.token) throw refusal
      setStage('over')
    }
  })
  if (stage === 'done') return <Verified />
  if (stage === 'over') return <NewLink text={token ? m.verify_over() : m.link_incomplete()} />
  return (
    <DoorPage title={m.verify_title()} text={m.verify_text()}>
      <form className="form" onSubmit={form.submit}>
        <Problem text={form.problem} />
        <Button type="submit" isBusy={form.isBusy}>
          {m.verify_action()}
        </Button>
      </form>
    </DoorPage>
  )
}

const Verified = () => (
  <DoorPage title={m.verified_title()} text={<span role="status">{m.verified_text()}</span>}>
    {/* Loaded anew, so that the session knows, too. */}
    <a className="button button-primary" href={paths.home}>
      {m.go_home()}
    </a>
  </DoorPage>
)

const NewLink = ({ text }: { text: string }) => (
  <DoorPage title={m.resend_title()} text={<span role="status">{text}</span>}>
    <LinkRequest ask={askForVerification} action={m.send_link()} done={m.resend_done()} />
  </DoorPage>
)
