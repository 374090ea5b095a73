import { Refusal } from '@crm/client'
import { type FormEvent, useState } from 'react'
import { refusalText } from '../../lib/refusal-text.ts'

export type FieldErrors = Readonly<Record<string, readonly string[]>>

/**
 * A form that is sent: what the server refuses shows beside its field, or above the button. While it is under way a
 * second press does nothing.
 */
export function useForm(send: (values: Record<string, string>, form: HTMLFormElement) => Promise<void>) {
  const [isBusy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState('')

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    setBusy(true)
    setProblem('')
    try {
      await send(Object.fromEntries(new FormData(form)) as Record<string, string>, form)
      setErrors({})
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      setErrors(refusal.fields)
      setProblem(
        refusal.code === 'invalid' ? (refusal.fields.non_field_errors ?? []).join(' ') : refusalText(refusal),
      )
      // Who can't see the whole page is taken to the first field that is wrong.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    } finally {
      setBusy(false)
    }
  }
  return { submit, isBusy, errors, problem }
}
