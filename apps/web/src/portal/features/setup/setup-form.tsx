import { Refusal } from '@crm/client'
import type { StoreSetup } from '@crm/contract'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ourLanguage } from '../../../lib/language.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { type FieldErrors, useForm } from '../../ui/use-form.ts'
import { setUp } from './setup.api.ts'
import './setup.css'
import { StartStep, type StepProps, StoreStep, YouStep } from './setup-steps.tsx'
import { stepFaults } from './step-faults.ts'

type StepView = (props: StepProps) => React.JSX.Element

/** What is asked, a little at a time; the fields of a step tell where a refusal belongs. */
const allSteps: { title: () => string; fields: string[]; view: StepView }[] = [
  { title: m.setup_you, fields: ['first_name', 'last_name', 'email', 'password'], view: YouStep },
  { title: m.setup_store, fields: ['store_name', 'language', 'time_zone', 'currency'], view: StoreStep },
  { title: m.setup_start, fields: ['demo'], view: StartStep },
]

type SetupFormProps = {
  token: string
  /** Whether made-up people may be brought in. */
  offersDemo: boolean
  /** Somebody else was faster. */
  onClosed: () => void
}

/** Short steps in one form: going back and forth keeps what was typed. */
export function SetupForm({ token, offersDemo, onClosed }: SetupFormProps) {
  const steps = offersDemo ? allSteps : allSteps.slice(0, 2)
  const last = steps.length - 1
  const [step, setStep] = useState(0)
  const [missing, setMissing] = useState<FieldErrors>({})
  const form = useForm(async (values, element) => {
    const faults = stepFaults(element, step)
    flushSync(() => setMissing(faults))
    if (Object.keys(faults).length > 0) focusFirst(element, '[aria-invalid="true"]')
    else if (step < last) show(element, step + 1)
    else await setUp(bodyOf(token, values), () => location.assign(paths.console)).catch(closeOr(onClosed))
  })
  const [typed, setTyped] = useState<Record<string, string>>({})
  const watch = (event: FormEvent<HTMLFormElement>) =>
    setTyped(Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>)
  const frame = useRef<HTMLFormElement>(null)
  const errors = { ...form.errors, ...missing }
  const shown = useStepOfFault(form.errors, step, setStep)

  function show(element: HTMLFormElement, next: number) {
    flushSync(() => setStep(next))
    focusFirst(element, `[data-step="${next}"] input, [data-step="${next}"] select`)
  }
  return (
    <DoorPage title={m.setup_title()} text={m.setup_text()}>
      <Progress titles={steps.map(({ title }) => title())} step={shown} />
      <form ref={frame} className="form" onSubmit={form.submit} onInput={watch} noValidate>
        {steps.map(({ title, view: View }, index) => (
          <fieldset key={title()} className="form plain" data-step={index} hidden={index !== shown}>
            <legend className="visually-hidden">{title()}</legend>
            <View errors={errors} typed={typed} />
          </fieldset>
        ))}
        <Problem text={[form.problem, ...(form.errors.token ?? [])].join(' ').trim()} />
        <div className="row steps-buttons">
          {shown > 0 ? (
            <Button look="secondary" onClick={() => frame.current && show(frame.current, shown - 1)}>
              {m.go_back()}
            </Button>
          ) : null}
          <Button type="submit" isBusy={form.isBusy}>
            {shown === last ? m.setup_action() : m.next_step()}
          </Button>
        </div>
      </form>
    </DoorPage>
  )
}

/** A refusal of an earlier step opens that step. */
function useStepOfFault(errors: FieldErrors, step: number, setStep: (step: number) => void): number {
  const [answered, setAnswered] = useState(errors)
  if (answered === errors) return step
  setAnswered(errors)
  const at = allSteps.findIndex(({ fields }) => fields.some((name) => errors[name]))
  if (at < 0) return step
  setStep(at)
  return at
}

/** The link was used meanwhile: there is nothing to mend in the form. */
const closeOr = (close: () => void) => (refusal: unknown) => {
  if (!(refusal instanceof Refusal) || ![404, 409].includes(refusal.status)) throw refusal
  close()
}

const focusFirst = (form: HTMLFormElement, which: string) => form.querySelector<HTMLElement>(which)?.focus()

function bodyOf(token: string, values: Record<string, string>): StoreSetup {
  const { first_name = '', last_name = '', email = '', password = '', store_name = '' } = values
  const { time_zone = '', currency = '', demo } = values
  const language = ourLanguage(values.language) ?? 'en'
  const owner = { first_name, last_name, email, password, password_confirm: password }
  return { token, ...owner, store_name, language, time_zone, currency, demo: demo === 'yes' }
}

function Progress({ titles, step }: { titles: string[]; step: number }) {
  return (
    <ol className="steps">
      {titles.map((title, index) => (
        <li key={title} aria-current={index === step ? 'step' : undefined} data-kept={index < step}>
          {title}
        </li>
      ))}
    </ol>
  )
}
