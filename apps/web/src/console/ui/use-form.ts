import { Refusal } from '@crm/client'
import { type UseFormReturnType, useForm as useKitForm } from '@mantine/form'
import { useEffect, useState } from 'react'
import { formWords } from './refused-words.ts'

type FormOptions<Values> = { initialValues: Values; send: (values: Values) => Promise<unknown> }

export type Form<Values> = {
  /** Of the kit: `form.getInputProps('email')` for each field. */
  form: UseFormReturnType<Values>
  submit: (event?: React.FormEvent<HTMLFormElement>) => void
  isBusy: boolean
  /** What was refused as a whole, in a sentence; empty when nothing was. */
  problem: string
  refusal: Refusal | undefined
}

/** A form that is sent: what the server refuses shows beside its field, or above the button. */
export function useForm<Values extends Record<string, unknown>>({
  initialValues,
  send,
}: FormOptions<Values>): Form<Values> {
  const form = useKitForm<Values>({ initialValues, mode: 'controlled' })
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()

  useEffect(() => {
    if (refusal) focusFirstWrong()
  }, [refusal])

  async function trySend(values: Values) {
    if (isBusy) return
    setBusy(true)
    setRefusal(undefined)
    try {
      await send(values)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefusal(error)
      const { fields } = formWords(error)
      form.setErrors(Object.fromEntries(Object.entries(fields).map(([name, why]) => [name, why.join(' ')])))
    } finally {
      setBusy(false)
    }
  }
  return {
    form,
    submit: form.onSubmit(trySend),
    isBusy,
    problem: refusal ? formWords(refusal).problem : '',
    refusal,
  }
}

/** Who can't see the whole page is taken to the first field that is wrong, which no bar at an edge covers there. */
function focusFirstWrong(): void {
  const first = document.querySelector<HTMLElement>('form [aria-invalid="true"]')
  first?.focus()
  first?.scrollIntoView({ block: 'center' })
}
