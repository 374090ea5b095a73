import { Refusal } from '@crm/client'
import { m } from '../../../messages/messages.js'
import { useMay } from '../../app/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { refusedWords } from '../../ui/refused-words.ts'
import { VisuallyHidden } from '../../ui/text.tsx'
import { isNarrowed } from './list-search.ts'
import { useList } from './use-list.ts'

/** The shape of the list until it is here. */
export function ListSkeleton() {
  return (
    <div className="list-skeleton" aria-busy="true">
      <VisuallyHidden role="status">{m.console_loading()}</VisuallyHidden>
      {Array.from({ length: 9 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
        <Skeleton key={row} height={56} />
      ))}
    </div>
  )
}

/** Nobody to show: because none match, the trash is empty, or the store knows nobody yet. */
export function NobodyHere() {
  const { search, clear } = useList()
  const mayAdd = useMay('customers:write')
  if (isNarrowed(search))
    return (
      <div className="state">
        <h2>{m.customers_no_match_title()}</h2>
        <p>{m.customers_no_match_text()}</p>
        <Button onClick={clear}>{m.customers_clear()}</Button>
      </div>
    )
  if (search.trashed)
    return (
      <div className="state">
        <h2>{m.customers_trash_empty_title()}</h2>
        <p>{m.customers_trash_text()}</p>
      </div>
    )
  return (
    <div className="state">
      <h2>{m.customers_empty_title()}</h2>
      <p>{m.customers_empty_text()}</p>
      {mayAdd ? <ButtonLink to="/customers/new">{m.customers_add()}</ButtonLink> : null}
    </div>
  )
}

/** The list did not come: why, and what to do. A page that is not there any more leads to the first. */
export function ListProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { search, change } = useList()
  if (!(error instanceof Refusal)) throw error
  const isBeyond = error.status === 404 && search.page !== undefined
  return (
    <div className="state" role="alert">
      <h2>{isBeyond ? m.customers_no_page_title() : m.customers_problem_title()}</h2>
      <p>{isBeyond ? m.customers_no_page_text() : refusedWords(error)}</p>
      {isBeyond ? (
        <Button onClick={() => change({ page: undefined })}>{m.customers_page_first()}</Button>
      ) : (
        <Button onClick={onRetry}>{m.console_try_again()}</Button>
      )}
    </div>
  )
}
