import './toast.css'
import { Refusal } from '@crm/client'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'
import { refusedWords } from './refused-words.ts'

/** Time enough to read, to think, and to press Undo. */
const undoMs = 15_000

/** Says that something was done, for a while. With `undo` it can be taken back from there. */
function done(text: string, undo?: () => void): void {
  const id = crypto.randomUUID()
  const takeBack = () => {
    notifications.hide(id)
    undo?.()
  }
  notifications.show({
    id,
    role: 'status',
    color: 'leaf',
    icon: <IconCheck size={18} aria-hidden />,
    closeButtonProps: { 'aria-label': m.console_close() },
    ...(undo ? { autoClose: undoMs } : {}),
    message: undo ? <WithUndo text={text} onUndo={takeBack} /> : text,
  })
}

/** Says that something did not work, until it is closed. */
function problem(text: string): void {
  notifications.show({
    role: 'alert',
    color: 'var(--oil)',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    closeButtonProps: { 'aria-label': m.console_close() },
    autoClose: false,
    message: text,
  })
}

/** Says why the server refused; anything else is a bug and stays one. */
function refused(refusal: unknown): void {
  if (!(refusal instanceof Refusal)) throw refusal
  problem(refusedWords(refusal))
}

export const toast = { done, problem, refused }

function WithUndo({ text, onUndo }: { text: string; onUndo: () => void }) {
  return (
    <span className="toast-undo">
      {text}
      <Button variant="default" size="xs" onClick={onUndo}>
        {m.console_undo()}
      </Button>
    </span>
  )
}
