import type { ReactNode } from 'react'
import { refusalText } from '../../lib/refusal-text.ts'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'
import type { Answer } from './use-answer.ts'

type LoadedProps<Body> = {
  answer: Answer<Body>
  /** The shape of what comes, until it is here. */
  skeleton: ReactNode
  children: (body: Body) => ReactNode
}

/** Shows what was answered; until then its shape, and what went wrong with a way to try again. */
export function Loaded<Body>({ answer, skeleton, children }: LoadedProps<Body>) {
  const { body, refusal, isAsking, ask } = answer
  return (
    <>
      {refusal ? (
        <div className="notice notice-bad stack" role="alert">
          <p>{refusalText(refusal)}</p>
          <div>
            <Button look="secondary" onClick={ask}>
              {m.ui_try_again()}
            </Button>
          </div>
        </div>
      ) : null}
      {body === undefined && isAsking ? (
        <div className="stack" aria-busy="true">
          <span className="visually-hidden" role="status">
            {m.loading()}
          </span>
          {skeleton}
        </div>
      ) : null}
      {body === undefined ? null : children(body)}
    </>
  )
}
