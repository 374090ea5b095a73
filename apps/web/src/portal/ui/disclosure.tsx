import { type ReactNode, useState } from 'react'
import './disclosure.css'

type DisclosureProps = {
  title: string
  summary: ReactNode
  children: ReactNode
  /** Where a link led to it. */
  isOpenAtFirst?: boolean
}

const bringIntoView = (element: HTMLElement | null) => element?.scrollIntoView()

/** A line that opens to what it names; what is inside is made only when it opens. */
export function Disclosure({ title, summary, children, isOpenAtFirst = false }: DisclosureProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <details
      ref={isOpenAtFirst ? bringIntoView : undefined}
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
