import type { Store, StoreChanges } from '@crm/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

/** What the store is called and how it counts days and money. */
export const storeQuery = queryOptions({
  queryKey: ['store'],
  queryFn: ({ signal }) => api.ask<Store>('/api/store/', { signal }),
})

/** What shows who changed the store; asked for again after a change. */
export const storeHistoryKey = ['store', 'events']

export const changeStore = (body: StoreChanges) => api.ask<Store>('/api/store/', { method: 'PATCH', body })
