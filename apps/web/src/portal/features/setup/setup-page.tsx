import { Refusal } from '@crm/client'
import type { Setup } from '@crm/contract'
import { useEffect, useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { later } from '../../ui/later.tsx'
import { LoadingPage } from '../../ui/loading-page.tsx'
import { askWhetherOpen } from './setup.api.ts'

const SetupForm = later(async () => (await import('./setup-form.tsx')).SetupForm, <LoadingPage />)

const inAddress = () => new URLSearchParams(location.search).get('token') ?? ''

/** The first run: whoever has the link of the server's first start becomes the owner. */
export function SetupPage() {
  const [token] = useState(inAddress)
  const [answer, setAnswer] = useState<Setup | Refusal>()
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let isWanted = true
    askWhetherOpen(token).then(
      (opening) => isWanted && setAnswer(opening),
      (refusal: unknown) => isWanted && setAnswer(asRefusal(refusal)),
    )
    return () => {
      isWanted = false
    }
  }, [token, tries])

  if (!answer) return <LoadingPage />
  if (!(answer instanceof Refusal))
    return (
      <SetupForm
        token={token}
        offersDemo={answer.offers_demo}
        onClosed={() => setAnswer(new Refusal({ status: 404, code: 'not_found' }))}
      />
    )
  // A link without its end is refused as no link at all.
  if (answer.status === 404 || answer.status === 400) return <Closed />
  const retry = () => {
    setAnswer(undefined)
    setTries(tries + 1)
  }
  return (
    <DoorPage
      title={m.setup_title()}
      text={<span role="alert">{answer.status === 0 ? m.problem_offline() : m.problem_busy()}</span>}
    >
      <Button onClick={retry}>{m.try_again()}</Button>
    </DoorPage>
  )
}

function asRefusal(refusal: unknown): Refusal {
  if (refusal instanceof Refusal) return refusal
  throw refusal
}

const Closed = () => (
  <DoorPage title={m.setup_closed_title()} text={<span role="status">{m.setup_closed_text()}</span>}>
    <ButtonLink to={paths.signIn}>{m.sign_in()}</ButtonLink>
  </DoorPage>
)
