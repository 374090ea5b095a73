import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

export type StoreSettings = { name: string; language: string; time_zone: string; currency: string }

/** What the store is called and how it counts days and money. */
export const storeQuery = queryOptions({
  queryKey: ['store'],
  queryFn: ({ signal }) => api.ask<StoreSettings>('/api/store/', { signal }),
})

export const changeStore = (body: Partial<StoreSettings>) =>
  api.ask<StoreSettings>('/api/store/', { method: 'PATCH', body })
