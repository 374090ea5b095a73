import type { CustomerPage, CustomerRow } from '@crm/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import { useNarrow } from '../../ui/use-narrow.ts'
import { BulkBar } from './bulk-bar.tsx'
import type { ColumnName } from './columns.tsx'
import { CustomerCards } from './customer-cards.tsx'
import { CustomersTable } from './customers-table.tsx'
import { ListProblem, ListSkeleton, NobodyHere } from './list-states.tsx'
import { Paging } from './paging.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useSelection } from './use-selection.ts'

type CustomersListProps = {
  list: UseQueryResult<CustomerPage>
  shown: readonly ColumnName[]
  maySelect: boolean
}

const nobody: CustomerRow[] = []

/** The rows, whichever way the screen shows them. Made anew for other filters: who was chosen may be out of sight. */
export function CustomersList({ list, shown, maySelect }: CustomersListProps) {
  const { data, error, isPlaceholderData, refetch } = list
  const rows = data?.results ?? nobody
  const all = useSelection(rows.map(({ id }) => id))
  const selection = maySelect ? all : undefined
  const isNarrow = useNarrow()
  useListKeys(selection)

  if (error) return <ListProblem error={error} onRetry={refetch} />
  if (!data) return <ListSkeleton />
  if (rows.length === 0) return <NobodyHere />
  return (
    <>
      {isNarrow ? (
        <CustomerCards rows={rows} selection={selection} isStale={isPlaceholderData} />
      ) : (
        <CustomersTable rows={rows} shown={shown} selection={selection} isStale={isPlaceholderData} />
      )}
      {selection ? <BulkBar selection={selection} /> : null}
      <Paging of={data} />
    </>
  )
}
