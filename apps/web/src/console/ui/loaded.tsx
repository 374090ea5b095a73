import { Refusal } from '@crm/client'
import type { ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'
import { Skeleton, Stack } from './layout.tsx'
import { refusedWords } from './refused-words.ts'
import { Alert, VisuallyHidden } from './text.tsx'

type LoadedProps<Data> = {
  query: { data: Data | undefined; error: Error | null; isFetching: boolean; refetch: () => unknown }
  /** Said while it is on its way. */
  loading: string
  children: (data: Data) => ReactNode
}

/** A part of a page that is asked for by itself: its shape while it loads, and why it did not come with another try. */
export function Loaded<Data>({ query, loading, children }: LoadedProps<Data>) {
  const { data, error, isFetching, refetch } = query
  return (
    <>
      {error && (
        <Alert
          color="var(--oil)"
          role="alert"
          title={error instanceof Refusal ? refusedWords(error) : m.console_error_text()}
        >
          <Button variant="default" size="xs" loading={isFetching} onClick={() => refetch()}>
            {m.console_try_again()}
          </Button>
        </Alert>
      )}
      {data !== undefined && children(data)}
      {data === undefined && !error && (
        <Stack aria-busy="true">
          <VisuallyHidden role="status">{loading}</VisuallyHidden>
          <Skeleton height={20} width="45%" />
          <Skeleton height={56} />
          <Skeleton height={56} />
        </Stack>
      )}
    </>
  )
}
