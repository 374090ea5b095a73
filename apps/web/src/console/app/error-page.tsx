import { Refusal } from '@crm/client'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { m } from '../../messages/messages.js'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { refusedWords } from '../ui/refused-words.ts'

/** A page that could not be made: what happened, another try, and a way out. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  if (isNotFetched(error)) return <OldPage />
  const again = async () => {
    reset()
    await router.invalidate()
  }
  return (
    <div className="state" role="alert">
      <PageTitle>{m.console_error_title()}</PageTitle>
      <p>{error instanceof Refusal ? refusedWords(error) : m.console_error_text()}</p>
      <Button onClick={again}>{m.console_try_again()}</Button>
      <ButtonLink to="/" variant="default">
        {m.console_not_found_link()}
      </ButtonLink>
    </div>
  )
}

/** The browser keeps a script that did not come as missing, so that only a new page asks for it again. */
function OldPage() {
  return (
    <div className="state" role="alert">
      <PageTitle>{m.console_old_title()}</PageTitle>
      <p>{m.console_old_text()}</p>
      <Button onClick={() => location.reload()}>{m.console_reload()}</Button>
    </div>
  )
}

/** What browsers say of a part of the page that they could not fetch: Chromium, Firefox and Safari in this order. */
const notFetched = [
  /Failed to fetch dynamically imported module/,
  /error loading dynamically imported module/,
  /Importing a module script failed/,
  /Unable to preload CSS/,
]
const isNotFetched = (error: unknown) =>
  error instanceof Error && notFetched.some((words) => words.test(error.message))
