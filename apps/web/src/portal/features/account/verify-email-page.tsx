import { Refusal } from '@crm/client'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { later } from '../../ui/later.tsx'
import { LoadingPage } from '../../ui/loading-page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useFocusOnStep } from '../../ui/use-focus-on-step.ts'
import { useForm } from '../../ui/use-form.ts'
import { verifyEmail } from './account.api.ts'
import { useMailedToken } from './use-mailed-token.ts'

const NewLink = later(
  async () => (await import('./new-verification-link.tsx')).NewVerificationLink,
  <LoadingPage />,
)

type Stage = 'asked' | 'done' | 'over'

/** Where the mailed link leads. A press of the button verifies: programs that only look at links in mails do not. */
export function VerifyEmailPage() {
  const token = useMailedToken()
  const [stage, setStage] = useState<Stage>(token ? 'asked' : 'over')
  useFocusOnStep(stage)
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
  if (stage === 'over') return <NewLink isComplete={token !== ''} />
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
