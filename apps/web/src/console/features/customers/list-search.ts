import { type CustomerFacetsQuery, type CustomerOrdering, customerOrderings } from '@crm/contract'

type Ordering = CustomerOrdering | `-${CustomerOrdering}`
type YesOrNo = 'true' | 'false'

/** What the address of the list says: what is looked for, in which order, and which page of it. */
export type ListSearch = {
  search?: string
  is_active?: YesOrNo
  is_verified?: YesOrNo
  is_staff?: YesOrNo
  city?: string
  date_joined_after?: string
  date_joined_before?: string
  trashed?: 'true'
  ordering?: Ordering
  page?: number
  page_size?: PageSize
}

export const pageSizes = [25, 50, 100] as const
export type PageSize = (typeof pageSizes)[number]

/** Reads the query of an address; what makes no sense there is left out. */
export function readListSearch(query: Record<string, unknown>): ListSearch {
  const page = Number(query.page)
  return withoutEmpty({
    search: text(query.search, 200),
    is_active: yesOrNo(query.is_active),
    is_verified: yesOrNo(query.is_verified),
    is_staff: yesOrNo(query.is_staff),
    city: text(query.city, 100),
    date_joined_after: day(query.date_joined_after),
    date_joined_before: day(query.date_joined_before),
    trashed: String(query.trashed) === 'true' ? 'true' : undefined,
    ordering: ordering(query.ordering),
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
    page_size: pageSizes.find((size) => size === Number(query.page_size) && size !== pageSizes[0]),
  })
}

type Possible = { [Name in keyof ListSearch]: ListSearch[Name] | undefined }

/** An address says nothing of what is not asked for. */
export const withoutEmpty = (values: Possible): ListSearch =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))

const text = (value: unknown, max: number) =>
  value === undefined || value === null ? undefined : String(value).slice(0, max)

const yesOrNo = (value: unknown): YesOrNo | undefined =>
  String(value) === 'true' ? 'true' : String(value) === 'false' ? 'false' : undefined

const day = (value: unknown) => (/^[1-9]\d{3}-\d\d-\d\d$/.test(String(value)) ? String(value) : undefined)

const orderings = customerOrderings.flatMap((column): Ordering[] => [column, `-${column}`])
const ordering = (value: unknown) => orderings.find((known) => known === value)

const filterNames = [
  'search',
  'is_active',
  'is_verified',
  'is_staff',
  'city',
  'date_joined_after',
  'date_joined_before',
  'trashed',
] as const satisfies readonly (keyof ListSearch & keyof CustomerFacetsQuery)[]

/** Only what decides who is in the list, not how it is sorted and paged. */
export const filtersOf = (search: ListSearch): ListSearch =>
  Object.fromEntries(filterNames.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))

/** Whether anything but the trash narrows the list. */
export const isNarrowed = ({ trashed: _, ...search }: ListSearch): boolean =>
  Object.keys(filtersOf(search)).length > 0
