import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'

const undoMs = 15_000

/**
 * Says that something is removed, and resolves when that can no longer be undone: to true where it was undone. Leaving
 * the page ends the wait.
 */
export function isUndone(text: string): Promise<boolean> {
  const id = crypto.randomUUID()
  return new Promise((resolve) => {
    const settle = (isTakenBack: boolean) => {
      resolve(isTakenBack)
      notifications.hide(id)
    }
    addEventListener('pagehide', () => settle(false), { once: true })
    notifications.show({
      id,
      role: 'status',
      color: 'leaf',
      icon: <IconCheck size={18} aria-hidden />,
      closeButtonProps: { 'aria-label': m.console_close() },
      autoClose: undoMs,
      onClose: () => resolve(false),
      message: (
        <span className="toast-undo">
          {text}
          <Button variant="default" size="xs" onClick={() => settle(true)}>
            {m.console_undo()}
          </Button>
        </span>
      ),
    })
  })
}
