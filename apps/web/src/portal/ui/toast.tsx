import { useSyncExternalStore } from 'react'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'
import './toast.css'

type Toast = { text: string; undo?: () => void }

let shown: Toast | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const shownMs = 6_000
/** Whoever may take something back needs the time to find and press the button. */
const undoMs = 15_000

function show(next: Toast | undefined): void {
  clearTimeout(timer)
  shown = next
  if (next) timer = setTimeout(() => show(undefined), next.undo ? undoMs : shownMs)
  for (const listener of listeners) listener()
}

/** Says for a moment what was done, and offers to take it back. */
export const toast = (text: string, undo?: () => void): void => show({ text, ...(undo ? { undo } : {}) })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place of toasts on a page; it is there before they are, so that they are read out. */
export function ToastPlace() {
  const now = useSyncExternalStore(subscribe, () => shown)
  const takeBack = () => {
    show(undefined)
    now?.undo?.()
  }
  return (
    <div className="toast-place" role="status">
      {now ? (
        <div className="toast">
          <span>{now.text}</span>
          {now.undo ? (
            <Button look="quiet" onClick={takeBack}>
              {m.ui_undo()}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
