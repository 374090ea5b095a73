import type { CustomerRow, Page } from '@crm/contract'
import { useQuery } from '@tanstack/react-query'
import { listOfWord, listWord } from '../features/customers/customer-path.ts'
import { customersQuery } from '../features/customers/customers.api.ts'
import { type ListSearch, pageSizes } from '../features/customers/list-search.ts'

export type Neighbor = { id: string; list: string }
export type Neighbors = {
  place: number
  count: number
  previous?: Neighbor | undefined
  next?: Neighbor | undefined
}

/** Who stands before and after a customer in the list, over the edges of its pages; nobody where the list has changed. */
export function useNeighbors(id: string, word: string): Neighbors | undefined {
  const list = listOfWord(word)
  const page = list.page ?? 1
  const here = useCustomers(list)
  const at = here?.results.findIndex((row) => row.id === id) ?? -1
  const isLast = here !== undefined && at === here.results.length - 1
  const before = pageAt(list, page - 1)
  const after = pageAt(list, page + 1)
  const pageBefore = useCustomers(before, at === 0 && page > 1)
  const pageAfter = useCustomers(after, isLast && here.next !== null)
  if (!here || at < 0) return undefined
  return {
    place: (page - 1) * (list.page_size ?? pageSizes[0]) + at + 1,
    count: here.count,
    previous: neighbor(here.results[at - 1], list) ?? neighbor(pageBefore?.results.at(-1), before),
    next: neighbor(here.results[at + 1], list) ?? neighbor(pageAfter?.results[0], after),
  }
}

function useCustomers(list: ListSearch, enabled = true): Page<CustomerRow> | undefined {
  const { data, isPlaceholderData } = useQuery({ ...customersQuery(list), enabled })
  return enabled && !isPlaceholderData ? data : undefined
}

function pageAt({ page: _, ...list }: ListSearch, page: number): ListSearch {
  return page > 1 ? { ...list, page } : list
}

const neighbor = (row: CustomerRow | undefined, list: ListSearch): Neighbor | undefined =>
  row && { id: row.id, list: listWord(list) }
