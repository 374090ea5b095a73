import { useQuery } from '@tanstack/react-query'
import { m } from '../../../messages/messages.js'
import { useMay } from '../../app/use-session.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { ColumnMenu } from './column-menu.tsx'
import { countText } from './count-text.ts'
import { customersQuery, facetsQuery } from './customers.api.ts'
import { CustomersList } from './customers-list.tsx'
import './customers.css'
import { FilterBar, FilterDrawer } from './filter-bar.tsx'
import { FilterPills } from './filter-pills.tsx'
import { filtersNow } from './filters.ts'
import { ListActions } from './list-actions.tsx'
import { filtersOf } from './list-search.ts'
import { SearchField } from './search-field.tsx'
import { useColumns } from './use-columns.ts'
import { useList } from './use-list.ts'

/** All customers: found, narrowed, sorted, and acted on. What it shows is in its address. */
export function CustomersPage() {
  const { search } = useList()
  const list = useQuery(customersQuery(search))
  const facets = useQuery(facetsQuery(search))
  const columns = useColumns()
  const isNarrow = useNarrow()
  const filters = filtersNow(search, facets.data)
  const count = list.data ? m.customers_count({ count: list.data.count, shown: countText(list.data) }) : ''

  return (
    <div className="customers">
      <div className="head">
        <PageTitle>{search.trashed ? m.customers_trash_title() : m.customers_title()}</PageTitle>
        <span role="status" className="head-count">
          {count}
        </span>
        <ListActions />
      </div>
      {search.trashed ? <p className="head-text">{m.customers_trash_text()}</p> : null}
      <div className="tools">
        <SearchField />
        {isNarrow ? <FilterDrawer filters={filters} count={count} /> : <FilterBar filters={filters} />}
        {isNarrow ? null : <ColumnMenu {...columns} />}
      </div>
      <FilterPills filters={filters} />
      <CustomersList
        key={JSON.stringify(filtersOf(search))}
        list={list}
        shown={columns.shown}
        maySelect={useMay('customers:manage') && !search.trashed}
      />
    </div>
  )
}
