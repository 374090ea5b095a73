import type { CustomerFacets, CustomerFacetsQuery } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { countFacets, type FacetCount, listFacetChoices } from './customer-facets.queries.ts'
import { filterOf } from './customer-filter.queries.ts'

/** How many customers each choice of the list's filters would show; without the counts where a search finds too many. */
export async function listFacets(db: Db, query: CustomerFacetsQuery): Promise<CustomerFacets> {
  const filter = await filterOf(db, query)
  const counts = await countFacets(db, filter)
  return counts ? facetsOf(counts) : withoutCounts(facetsOf(await listFacetChoices(db, filter)))
}

function facetsOf(counts: readonly FacetCount[]): CustomerFacets & { count: number } {
  const of = (facet: FacetCount['facet']) => counts.filter((one) => one.facet === facet)
  const amount = (facet: FacetCount['facet'], value: string) =>
    of(facet).find((one) => one.value === value)?.count ?? 0
  const yesAndNo = (flag: 'is_active' | 'is_verified' | 'is_staff') => ({
    true: amount(flag, 'true'),
    false: amount(flag, 'false'),
  })
  return {
    is_counted: true,
    count: amount('count', ''),
    is_active: yesAndNo('is_active'),
    is_verified: yesAndNo('is_verified'),
    is_staff: yesAndNo('is_staff'),
    cities: of('city')
      .sort((a, b) => b.count - a.count)
      .map(({ value, count }) => ({ value, count })),
    joined: of('joined')
      .map(({ value, count }) => ({ year: Number(value), count }))
      .sort((a, b) => b.year - a.year),
  }
}

const unknown = { true: null, false: null }

const withoutCounts = ({ cities, joined }: CustomerFacets): CustomerFacets => ({
  is_counted: false,
  count: null,
  is_active: unknown,
  is_verified: unknown,
  is_staff: unknown,
  cities: cities.map(({ value }) => ({ value, count: null })),
  joined: joined.map(({ year }) => ({ year, count: null })),
})
