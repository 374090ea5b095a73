import type { CustomerFacets } from '@crm/contract'
import { formatCalendarDay } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import type { ListSearch } from './list-search.ts'

/** One way to narrow the list: its name, its choices with how many each would show, and what a choice changes. */
export type Filter = {
  name: 'is_active' | 'is_verified' | 'is_staff' | 'city' | 'joined'
  label: string
  choices: readonly Choice[]
  /** The choice that is made, or `''`. */
  value: string
  /** The choice in words, for its pill. */
  text: string
  choose: (value: string) => Partial<ListSearch>
}
type Choice = { value: string; label: string; count: number | null | undefined }
type YesOrNoName = 'is_active' | 'is_verified' | 'is_staff'

/** All filters as they are now. Counts are there once the facets are. */
export function filtersNow(search: ListSearch, facets: CustomerFacets | undefined): Filter[] {
  return [
    yesOrNo('is_active', m.customers_filter_status(), [m.customers_active(), m.customers_deactivated()]),
    yesOrNo('is_verified', m.customers_filter_email(), [m.customers_verified(), m.customers_not_verified()]),
    yesOrNo('is_staff', m.customers_filter_staff(), [m.customers_staff(), m.customers_not_staff()]),
    cities(search, facets),
    joined(search, facets),
  ]

  function yesOrNo(name: YesOrNoName, label: string, [yes, no]: [string, string]): Filter {
    const value = search[name] ?? ''
    return {
      name,
      label,
      value,
      text: value === 'true' ? yes : no,
      choices: [
        { value: 'true', label: yes, count: facets?.[name].true },
        { value: 'false', label: no, count: facets?.[name].false },
      ],
      choose: (next) => ({ [name]: next }),
    }
  }
}

function cities(search: ListSearch, facets: CustomerFacets | undefined): Filter {
  const city = search.city ?? ''
  const known = facets?.cities.map(({ value, count }) => ({ value, label: value, count })) ?? []
  const isKnown = known.some(({ value }) => value === city)
  return {
    name: 'city',
    label: m.customers_filter_city(),
    value: city,
    text: city,
    choices: city && !isKnown ? [{ value: city, label: city, count: undefined }, ...known] : known,
    choose: (next) => ({ city: next }),
  }
}

function joined(search: ListSearch, facets: CustomerFacets | undefined): Filter {
  const { date_joined_after: after = '', date_joined_before: before = '' } = search
  return {
    name: 'joined',
    label: m.customers_filter_joined(),
    value: yearOf(after, before) ?? (after || before ? 'days' : ''),
    text: yearOf(after, before) ?? daysText(after, before),
    choices: (facets?.joined ?? []).map(({ year, count }) => ({
      value: String(year),
      label: String(year),
      count,
    })),
    choose: (year) => ({
      date_joined_after: year && `${year}-01-01`,
      date_joined_before: year && `${year}-12-31`,
    }),
  }
}

/** The year that two days enclose exactly, if they do. */
function yearOf(after: string, before: string): string | undefined {
  const year = after.slice(0, 4)
  return year && after === `${year}-01-01` && before === `${year}-12-31` ? year : undefined
}

function daysText(after: string, before: string): string {
  if (after && before) return `${formatCalendarDay(after)} – ${formatCalendarDay(before)}`
  return after
    ? m.customers_since({ day: formatCalendarDay(after) })
    : m.customers_until({ day: formatCalendarDay(before) })
}
