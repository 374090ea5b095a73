import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ListSearch, withoutEmpty } from './list-search.ts'

const route = getRouteApi('/inside/customers')

type Change = (patch: Possible, options?: { replace?: boolean }) => void
type Possible = { [Name in keyof ListSearch]?: ListSearch[Name] | undefined }

/** What the address asks for, and how to ask for something else: on its first page unless a page is named. */
export function useList(): { search: ListSearch; change: Change; clear: () => void } {
  const search = route.useSearch()
  const navigate = useNavigate()
  const change: Change = (patch, { replace = false } = {}) =>
    void navigate({
      to: '/customers',
      search: (now) => withoutEmpty({ ...now, page: undefined, ...patch } as ListSearch),
      replace,
      resetScroll: false,
    })
  const clear = () =>
    void navigate({
      to: '/customers',
      search: ({ trashed, ordering, page_size }) =>
        withoutEmpty({ trashed, ordering, page_size } as ListSearch),
    })
  return { search, change, clear }
}
