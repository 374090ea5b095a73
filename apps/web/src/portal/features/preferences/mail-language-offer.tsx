import type { Person } from '@crm/contract'
import { useState } from 'react'
import { forgetSwitch, keepMails, language, mayAskOfMails } from '../../../lib/language.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { usePerson } from '../../ui/use-person.ts'
import './mail-language-offer.css'
import { savePreferences } from './preferences.api.ts'

/** Offers mails in the language that was just chosen for the pages; who declines is not asked again on this device. */
export function MailLanguageOffer() {
  const person = usePerson()
  return person ? <Offer key={person.id} person={person} /> : null
}

type Step = 'asked' | 'saved' | 'over'

const focus = (element: HTMLElement | null) => element?.focus()

function Offer({ person }: { person: Person }) {
  const isWanted = person.preferred_language !== language() && mayAskOfMails()
  const [step, setStep] = useState<Step>(isWanted ? 'asked' : 'over')
  const form = useForm(async () => {
    await savePreferences({ preferred_language: language() })
    forgetSwitch()
    setStep('saved')
  })
  function decline() {
    keepMails()
    setStep('over')
    focus(document.querySelector('main'))
  }
  if (step === 'over') return null
  if (step === 'saved')
    return (
      <p ref={focus} tabIndex={-1} className="notice notice-good">
        {m.mails_too_done()}
      </p>
    )
  return (
    <form className="notice mails-too" onSubmit={form.submit}>
      <p>{m.mails_too()}</p>
      <div className="row">
        <Button type="submit" look="secondary" isBusy={form.isBusy}>
          {m.mails_too_action()}
        </Button>
        <Button look="quiet" onClick={decline}>
          {m.mails_too_decline()}
        </Button>
      </div>
      <Problem text={form.problem} />
    </form>
  )
}
