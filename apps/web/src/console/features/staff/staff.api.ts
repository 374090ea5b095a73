import type { CustomerDetail, CustomerRow, Page, Role, StaffMember } from '@crm/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

/** Everybody with a role. */
export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) => {
    const { results } = await api.ask<{ results: StaffMember[] }>('/api/customers/admin/staff/', { signal })
    return results
  },
})

const found = 8

/** The first few customers whom some words find. */
export const personSearch = (words: string) =>
  queryOptions({
    queryKey: ['customers', 'search', words, found],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ search: words, page_size: String(found) })
      const page = await api.ask<Page<CustomerRow>>(`/api/customers/admin/customers/?${query}`, { signal })
      return page.results
    },
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
  })

const rolePath = (customer_id: string) => `/api/customers/admin/customers/${customer_id}/role/`

export const giveRole = (customer_id: string, role: Role) =>
  api.ask<CustomerDetail>(rolePath(customer_id), { method: 'PUT', body: { role } })

export const takeRole = (customer_id: string) => api.ask<void>(rolePath(customer_id), { method: 'DELETE' })
