import type { ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import { RefusalNotice } from './refusal-notice.tsx'
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
  // That there is no connection stands above the page already, which goes on with what it has.
  const isToldAbove = body !== undefined && refusal?.status === 0
  return (
    <>
      {refusal && !isToldAbove ? <RefusalNotice refusal={refusal} onRetry={ask} /> : null}
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
