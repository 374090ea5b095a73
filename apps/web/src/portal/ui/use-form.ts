import { Refusal } from '@crm/client'
import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { m } from '../../messages/messages.js'

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
      const said = await inOurWords(refusal)
      // Shown before the focus is moved: only then is a field marked as wrong.
      flushSync(() => {
        setErrors(said.fields)
        setProblem(said.problem)
      })
      focusFirstFault(form)
    } finally {
      setBusy(false)
    }
  }
  return { submit, isBusy, errors, problem }
}

/** What was refused, in the language of the pages; the words are loaded when there is something to say. */
async function inOurWords(refusal: Refusal): Promise<{ fields: FieldErrors; problem: string }> {
  if (refusal.status === 0) return { fields: {}, problem: m.problem_offline() }
  const { wordsOf } = await import('../../lib/refusal-words.ts')
  return wordsOf(refusal)
}

/** Who can't see the whole page is taken to the first field that is wrong. */
const focusFirstFault = (form: HTMLFormElement) =>
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
