import type { ReactNode } from 'react'

/** One thing to do on one page: what it is, a sentence, and the form. */
export function DoorPage({
  title,
  text,
  children,
}: {
  title: string
  text?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="narrow stack">
      <div className="heading">
        <h1>{title}</h1>
        {text ? <p className="quiet">{text}</p> : null}
      </div>
      {children}
    </div>
  )
}
