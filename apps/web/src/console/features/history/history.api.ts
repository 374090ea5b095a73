import type { CustomerEventPage } from '@crm/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

/** What happened to a customer, newest first, a page at a time. */
export const historyQuery = (customer_id: string) =>
  trailQuery(
    ['customers', 'one', customer_id, 'events'],
    `/api/customers/admin/customers/${customer_id}/events/`,
  )

/** What was changed about the store, in the same way. */
export const storeHistoryQuery = () => trailQuery(['store', 'events'], '/api/store/events/')

const trailQuery = (queryKey: readonly string[], path: string) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api.ask<CustomerEventPage>(path + (pageParam && `?cursor=${encodeURIComponent(pageParam)}`), {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page: CustomerEventPage) => page.next_cursor,
  })
