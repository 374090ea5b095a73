import { m } from '../../messages/messages.js'
import { ButtonLink } from '../ui/link.tsx'
import { PageTitle } from '../ui/page-title.tsx'

export function NotFoundPage() {
  return (
    <div className="state">
      <PageTitle>{m.console_not_found_title()}</PageTitle>
      <p>{m.console_not_found_text()}</p>
      <ButtonLink to="/">{m.console_not_found_link()}</ButtonLink>
    </div>
  )
}
