import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { m } from '../../messages/messages.js'

/** The shape of a page until it is here. */
export function LoadingPage() {
  return (
    <Stack aria-busy="true" p="lg">
      <VisuallyHidden role="status">{m.console_loading()}</VisuallyHidden>
      <Skeleton height={32} width="40%" />
      <Skeleton height={44} />
      <Skeleton height={220} />
    </Stack>
  )
}
