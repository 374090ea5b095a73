import { m } from '../../messages/messages.js'

/** The shape of a page until it is here. */
export function LoadingPage() {
  return (
    <div className="stack" aria-busy="true">
      <span className="visually-hidden" role="status">
        {m.loading()}
      </span>
      <div className="skeleton" style={{ inlineSize: '55%', blockSize: '2rem' }} />
      <div className="skeleton" style={{ blockSize: '9rem' }} />
      <div className="skeleton" style={{ inlineSize: '80%' }} />
    </div>
  )
}
