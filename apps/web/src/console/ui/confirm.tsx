import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { m } from '../../messages/messages.js'

type ConfirmProps = {
  isOpen: boolean
  title: string
  text: ReactNode
  /** What the button does, in a verb: "Delete for good", never "OK". */
  action: string
  isBusy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before what can't be undone. Everything else is done at once and offers Undo. */
export function Confirm({ isOpen, title, text, action, isBusy = false, onConfirm, onClose }: ConfirmProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': m.console_close() }}
    >
      <Text>{text}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {m.console_cancel()}
        </Button>
        <Button color="var(--oil)" loading={isBusy} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  )
}
