import { useSyncExternalStore } from 'react'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'
import './toast.css'

type Toast = {
  text: string
  undo?: () => void /** Where the focus was: there it goes when its button is pressed. */
  cause?: Element | null
}

let shown: Toast | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const shownMs = 6_000
/** Whoever may take something back needs the time to find and press the button. */
const undoMs = 15_000

function show(next: Toast | undefined): void {
  shown = next
  stay()
  if (next) goLater(next)
  for (const listener of listeners) listener()
}

/** While somebody is at its button it does not go. */
const stay = () => clearTimeout(timer)

function goLater({ undo }: Toast): void {
  stay()
  timer = setTimeout(() => show(undefined), undo ? undoMs : shownMs)
}

/** Says for a moment what was done, and offers to take it back. */
export const toast = (text: string, undo?: () => void): void =>
  show({ text, cause: document.activeElement, ...(undo ? { undo } : {}) })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place of toasts on a page; it is there before they are, so that they are read out. */
export function ToastPlace() {
  const now = useSyncExternalStore(subscribe, () => shown)
  const takeBack = () => {
    show(undefined)
    if (now?.cause instanceof HTMLElement) now.cause.focus()
    now?.undo?.()
  }
  return (
    <div className="toast-place" role="status">
      {now ? (
        <div className="toast">
          <span>{now.text}</span>
          {now.undo ? (
            <Button look="quiet" onClick={takeBack} onFocus={stay} onBlur={() => goLater(now)}>
              {m.ui_undo()}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
