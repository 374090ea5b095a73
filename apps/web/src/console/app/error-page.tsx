import { Refusal } from '@crm/client'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { m } from '../../messages/messages.js'
import { Button } from '../ui/button.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { refusedWords } from '../ui/refused-words.ts'

/** A page that could not be made: what happened, and another try. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const again = async () => {
    reset()
    await router.invalidate()
  }
  return (
    <div className="state" role="alert">
      <PageTitle>{m.console_error_title()}</PageTitle>
      <p>{error instanceof Refusal ? refusedWords(error) : m.console_error_text()}</p>
      <Button onClick={again}>{m.console_try_again()}</Button>
    </div>
  )
}
