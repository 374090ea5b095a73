import '../../ui/table-scroll.css'
import './customers-table.css'
import type { CustomerRow } from '@crm/contract'
import { useNavigate } from '@tanstack/react-router'
import { FlexRender, type Row, useTable } from '@tanstack/react-table'
import type { MouseEvent } from 'react'
import { m } from '../../../messages/messages.js'
import { Checkbox } from '../../ui/inputs.tsx'
import { type ColumnName, columnFacts, columnNames, columns, features } from './columns.tsx'
import { listWord } from './customer-path.ts'
import type { ListSearch } from './list-search.ts'
import { RestoreButton } from './restore-button.tsx'
import { SelectBox } from './select-box.tsx'
import { SortableHead } from './sortable-head.tsx'
import { useList } from './use-list.ts'
import type { Selection } from './use-selection.ts'

type CustomersTableProps = {
  rows: CustomerRow[]
  shown: readonly ColumnName[]
  /** Absent for who may not act on many at once, and in the trash. */
  selection: Selection | undefined
  isStale: boolean
}

type TableRow = Row<typeof features, CustomerRow>

/** The list as a table: for all but phones. */
export function CustomersTable({ rows, shown, selection, isStale }: CustomersTableProps) {
  const { search } = useList()
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    state: {
      columnVisibility: Object.fromEntries(columnNames.map((name) => [name, shown.includes(name)])),
      rowSelection: Object.fromEntries(selection?.ids.map((id) => [id, true]) ?? []),
    },
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="table-scroll" tabIndex={0} aria-label={m.customers_title()}>
      <table className="table" aria-busy={isStale} data-stale={isStale || undefined}>
        <thead>
          <tr>
            {selection ? <SelectAll table={table} selection={selection} /> : null}
            {table.getVisibleLeafColumns().map(({ id }) => (
              <SortableHead key={id} {...columnFacts[id as ColumnName]} />
            ))}
            {search.trashed ? <th scope="col">{m.customers_actions()}</th> : null}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <BodyRow key={row.id} row={row} selection={selection} list={search} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type SelectAllProps = {
  table: { getIsAllRowsSelected: () => boolean; getIsSomeRowsSelected: () => boolean }
  selection: Selection
}

function SelectAll({ table, selection }: SelectAllProps) {
  const isAll = table.getIsAllRowsSelected()
  return (
    <th scope="col" className="table-check">
      <Checkbox
        aria-label={m.customers_select_all()}
        checked={isAll}
        indeterminate={!isAll && table.getIsSomeRowsSelected()}
        onChange={selection.toggleAll}
      />
    </th>
  )
}

type BodyRowProps = { row: TableRow; selection: Selection | undefined; list: ListSearch }

function BodyRow({ row, selection, list }: BodyRowProps) {
  const navigate = useNavigate()
  const open = (event: MouseEvent<HTMLElement>) => {
    if (isOnControl(event) || getSelection()?.toString()) return
    void navigate({ to: '/customers/$id', params: { id: row.id }, search: { list: listWord(list) } })
  }
  return (
    <tr onClick={open} data-selected={selection?.has(row.id) || undefined}>
      {selection ? (
        <td className="table-check">
          <SelectBox customer={row.original} selection={selection} />
        </td>
      ) : null}
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id} data-column={cell.column.id} data-number={isNumber(cell.column.id) || undefined}>
          <FlexRender cell={cell} />
        </td>
      ))}
      {list.trashed ? (
        <td>
          <RestoreButton customer={row.original} />
        </td>
      ) : null}
    </tr>
  )
}

const isNumber = (column: string) => columnFacts[column as ColumnName].isNumber

/** On a link, a box or a button a press means that, not the row. */
const isOnControl = ({ target }: MouseEvent) =>
  target instanceof Element && target.closest('a, button, input, label') !== null
