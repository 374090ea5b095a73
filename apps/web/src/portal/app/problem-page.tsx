import type { ReactNode } from 'react'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Button, ButtonLink } from '../ui/button.tsx'
import { DoorPage } from '../ui/door-page.tsx'

/** What happened, and what to do: try again, or go home. */
export function ProblemPage({
  title,
  text,
  onRetry,
}: {
  title: string
  text: ReactNode
  onRetry?: (() => void) | undefined
}) {
  return (
    <DoorPage title={title} text={text}>
      <div className="row">
        {onRetry ? <Button onClick={onRetry}>{m.try_again()}</Button> : null}
        <ButtonLink to={paths.home} look={onRetry ? 'secondary' : 'primary'}>
          {m.go_home()}
        </ButtonLink>
      </div>
    </DoorPage>
  )
}
