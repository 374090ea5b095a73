import { type ReactNode, useCallback, useId } from 'react'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'
import './dialog.css'

type DialogProps = {
  title: string
  onClose: () => void
  /** Fills the screen, on a phone and elsewhere. */
  isFull?: boolean
  children: ReactNode
}

/** Over the page, and the page waits: Escape and the button close it, the focus goes back to where it was. */
export function Dialog({ title, onClose, isFull = false, children }: DialogProps) {
  const id = useId()
  const open = useCallback((dialog: HTMLDialogElement | null) => {
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={open}
      className={isFull ? 'dialog dialog-full' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-top">
        <h2 id={id}>{title}</h2>
        <Button look="secondary" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
      {children}
    </dialog>
  )
}
