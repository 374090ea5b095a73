import type { CustomerRow, Page } from '@crm/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

const most = 6

/** The first few customers whom the words find. */
export const foundQuery = (words: string) =>
  queryOptions({
    queryKey: ['customers', 'palette', words],
    queryFn: ({ signal }) =>
      api.ask<Page<CustomerRow>>(
        `/api/customers/admin/customers/?${new URLSearchParams({ search: words, page_size: String(most) })}`,
        { signal },
      ),
    placeholderData: keepPreviousData,
    enabled: words !== '',
  })
