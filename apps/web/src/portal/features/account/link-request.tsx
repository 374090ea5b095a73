import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { usePerson } from '../../ui/use-person.ts'
import { EmailField } from './email-field.tsx'

type Props = { ask: (email: string) => Promise<unknown>; action: string; done: string }

/** Asks for a link by mail, to the address of who is signed in unless another is typed. The answer is the same whether the store knows the address or not. */
export function LinkRequest({ ask, action, done }: Props) {
  const person = usePerson()
  const [isSent, setSent] = useState(false)
  const form = useForm(async ({ email = '' }) => {
    setSent(false)
    await ask(email)
    setSent(true)
  })
  return (
    <form className="form" onSubmit={form.submit} noValidate>
      <EmailField errors={form.errors.email} defaultValue={person?.email ?? ''} />
      <Problem text={form.problem} />
      <p className="notice notice-good" role="status">
        {isSent ? done : ''}
      </p>
      <Button type="submit" look={isSent ? 'secondary' : 'primary'} isBusy={form.isBusy}>
        {isSent ? m.send_again() : action}
      </Button>
    </form>
  )
}
