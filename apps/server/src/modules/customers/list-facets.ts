import type { CustomerFacets, CustomerFacetsQuery } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { countFacets, type FacetCount } from './customer-facets.queries.ts'
import { filterOf } from './customer-filter.queries.ts'

/** How many customers each choice of the list's filters would show. */
export async function listFacets(db: Db, query: CustomerFacetsQuery): Promise<CustomerFacets> {
  const counts = await countFacets(db, await filterOf(db, query))
  const of = (facet: FacetCount['facet']) => counts.filter((one) => one.facet === facet)
  const amount = (facet: FacetCount['facet'], value: string) =>
    of(facet).find((one) => one.value === value)?.count ?? 0
  const yesAndNo = (flag: 'is_active' | 'is_verified' | 'is_staff') => ({
    true: amount(flag, 'true'),
    false: amount(flag, 'false'),
  })
  return {
    count: amount('count', ''),
    is_active: yesAndNo('is_active'),
    is_verified: yesAndNo('is_verified'),
    is_staff: yesAndNo('is_staff'),
    cities: of('city')
      .map(({ value, count }) => ({ value, count }))
      .sort((a, b) => b.count - a.count),
    joined: of('joined')
      .map(({ value, count }) => ({ year: Number(value), count }))
      .sort((a, b) => b.year - a.year),
  }
}
