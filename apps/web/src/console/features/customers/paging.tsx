import './paging.css'
import type { CustomerPage } from '@crm/contract'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Select } from '../../ui/inputs.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { countText } from './count-text.ts'
import { type PageSize, pageSizes } from './list-search.ts'
import { useList } from './use-list.ts'

const controls = {
  first: () => m.customers_page_first(),
  previous: () => m.customers_page_previous(),
  next: () => m.customers_page_next(),
  last: () => m.customers_page_last(),
}

/** Where in the list this page is, the other pages, and how many a page holds. */
export function Paging({ of }: { of: Pick<CustomerPage, 'count' | 'is_count_exact'> }) {
  const { count } = of
  const { search, change } = useList()
  const isNarrow = useNarrow()
  const size = search.page_size ?? pageSizes[0]
  const page = search.page ?? 1
  const open = (next: number) => {
    change({ page: next > 1 ? next : undefined })
    scrollTo({ top: 0 })
  }
  return (
    <nav className="paging" aria-label={m.customers_pages()}>
      <span className="paging-place">
        {m.customers_range({
          from: formatNumber((page - 1) * size + 1),
          to: formatNumber(Math.min(page * size, count)),
          all: countText(of),
        })}
      </span>
      <Pagination
        value={page}
        total={Math.ceil(count / size)}
        onChange={open}
        siblings={isNarrow ? 0 : 1}
        size={isNarrow ? 'lg' : 'md'}
        hideWithOnePage
        getControlProps={(control) => ({ 'aria-label': controls[control]() })}
        getItemProps={(number) => ({ 'aria-label': m.customers_page({ page: formatNumber(number) }) })}
      />
      <Select
        aria-label={m.customers_page_size()}
        className="paging-size"
        allowDeselect={false}
        data={pageSizes.map((each) => ({
          value: String(each),
          label: m.customers_each_page({ count: each }),
        }))}
        value={String(size)}
        onChange={(value) => change({ page_size: Number(value) as PageSize })}
      />
    </nav>
  )
}
