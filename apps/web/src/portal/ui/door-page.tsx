import { type ReactNode, useEffect } from 'react'
import { nameWindow } from '../app/name-window.ts'

type DoorPageProps = {
  title: string
  /** What the window is called, where that is not the title. */
  windowName?: string
  text?: ReactNode
  children?: ReactNode
}

/** One thing to do on one page: what it is, a sentence, and the form. */
export function DoorPage({ title, windowName = title, text, children }: DoorPageProps) {
  useEffect(() => nameWindow(windowName), [windowName])
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
