import { useBlocker } from '@tanstack/react-router'
import { m } from '../../messages/messages.js'
import { Confirm } from './confirm.tsx'

/** Asks before a page is left on which something typed is not saved: typing can't be undone. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return (
    <Confirm
      isOpen={blocker.status === 'blocked'}
      title={m.console_unsaved_title()}
      text={m.console_unsaved_text()}
      action={m.console_unsaved_leave()}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    />
  )
}
