import { useRef, useState } from 'react'
import { m } from '../../../messages/messages.js'
import { leave } from '../../app/leave.ts'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'

const SignOutEverywhere = later(async () => (await import('./sign-out-everywhere.tsx')).SignOutEverywhere)

/** The ways out: here at once, and everywhere after it was said what that ends. */
export function SignOutCard() {
  const [isBusy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const way = useRef<HTMLDivElement>(null)
  async function signOutHere() {
    setBusy(true)
    await sayRefusal(leave)
    setBusy(false)
  }
  function cancel() {
    setAsking(false)
    way.current?.querySelector('button')?.focus()
  }
  return (
    <section className="card sign-out">
      <h2>{m.security_sign_out_title()}</h2>
      <div>
        <p className="quiet">{m.security_sign_out_text()}</p>
        <Button look="secondary" isBusy={isBusy} onClick={signOutHere}>
          {m.security_sign_out()}
        </Button>
      </div>
      <div ref={way}>
        <p className="quiet">{m.security_sign_out_everywhere_text()}</p>
        <Button look="secondary" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
          {m.security_sign_out_everywhere()}
        </Button>
      </div>
      {isAsking ? <SignOutEverywhere onCancel={cancel} /> : null}
    </section>
  )
}
