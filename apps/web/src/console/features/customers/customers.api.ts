import type {
  Batch,
  BatchAction,
  CustomerDetail,
  CustomerFacets,
  CustomerPage,
  CustomerRow,
  UndoneBatch,
} from '@crm/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'
import { filtersOf, type ListSearch, pageSizes } from './list-search.ts'

const path = '/api/customers/admin/customers/'

const asked = (search: ListSearch) =>
  new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString()

/** One page of the list; while the next one is on its way, the last one stays. */
export const customersQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['customers', 'list', search],
    queryFn: ({ signal }) =>
      api.ask<CustomerPage>(`${path}?${asked({ page_size: pageSizes[0], ...search })}`, { signal }),
    placeholderData: keepPreviousData,
  })

/** How many each choice of a filter would show. */
export const facetsQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['customers', 'facets', filtersOf(search)],
    queryFn: ({ signal }) =>
      api.ask<CustomerFacets>(`${path}facets/?${asked(filtersOf(search))}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const changeMany = (action: BatchAction, ids: readonly string[]) =>
  api.ask<Batch>(`${path}batches/`, { method: 'POST', body: { action, ids } })

export const undoMany = (id: string) => api.ask<UndoneBatch>(`${path}batches/${id}/undo/`, { method: 'POST' })

export const restoreCustomer = (id: string) =>
  api.ask<CustomerDetail>(`${path}${id}/restoration/`, { method: 'POST' })

export const addCustomer = (body: Record<string, string>) =>
  api.ask<CustomerDetail>(path, { method: 'POST', body })

/** Who has exactly this address, in the lists or in the trash. */
export async function findByEmail(email: string): Promise<CustomerRow | undefined> {
  const { results } = await api.ask<CustomerPage>(`${path}?${asked({ search: email })}`)
  return results.find((row) => row.email.toLowerCase() === email.trim().toLowerCase())
}
