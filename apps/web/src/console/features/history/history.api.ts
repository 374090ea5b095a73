import type { CustomerEventPage } from '@crm/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

const listEvents = (customer_id: string, cursor: string, signal: AbortSignal) =>
  api.ask<CustomerEventPage>(
    `/api/customers/admin/customers/${customer_id}/events/${cursor && `?cursor=${encodeURIComponent(cursor)}`}`,
    { signal },
  )

/** What happened to a customer, newest first, a page at a time. */
export const historyQuery = (customer_id: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'one', customer_id, 'events'],
    queryFn: ({ pageParam, signal }) => listEvents(customer_id, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page: CustomerEventPage) => page.next_cursor,
  })
