import { type ReactNode, useState } from 'react'
import './disclosure.css'

type DisclosureProps = {
  /** By which an address can name it: then it is open. */
  id?: string
  title: string
  summary: ReactNode
  children: ReactNode
}

/** A line that opens to what it names; what is inside is made only when it opens. */
export function Disclosure({ id, title, summary, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(id !== undefined && location.hash === `#${id}`)
  return (
    <details
      id={id}
      className="disclosure"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{title}</h2>
        <span className="quiet">{summary}</span>
      </summary>
      {isOpen ? <div className="disclosure-inside">{children}</div> : null}
    </details>
  )
}
