import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { onlyReads } from '../../platform/db/only-reads.ts'
import { splitDays } from './customer-facets.rules.ts'
import { type Filter, found, joined } from './customer-filter.queries.ts'

const mostCities = 20

type Facet = 'is_active' | 'is_verified' | 'is_staff' | 'city'
export type FacetCount = { facet: Facet | 'count' | 'joined'; value: string; count: number }

/**
 * How many match, and how many each choice would show. Without a search the tallies know, but for parts of a year at
 * either end of the days; what a search finds is gone through once for all facets.
 */
export async function countFacets(db: Db, filter: Filter): Promise<FacetCount[]> {
  const cells = filter.patterns.length > 0 ? cellsOfSearch(filter) : cellsOfTallies(filter)
  const { rows } = await sql<FacetCount>`${onlyReads}
    with cells as materialized (${cells})
    select 'count' as facet, '' as value, coalesce(sum(within), 0)::int8 as count
      from cells where ${allBut(filter)}
    union all ${byFlag('is_active', filter)}
    union all ${byFlag('is_verified', filter)}
    union all ${byFlag('is_staff', filter)}
    union all ${byCity(filter)}
    union all select 'joined', year::text, sum(anytime)::int8
      from cells where ${allBut(filter)} group by year having sum(anytime) > 0`.execute(db)
  return rows
}

/** A cell says how many of a kind joined between the days that are asked for (`within`), and how many at any time. */
const kinds = sql`is_active, is_verified, is_staff, city, city_key`

const cellsOfSearch = (filter: Filter) => sql`
  select ${kinds}, joined_year(date_joined) as year,
    count(*) filter (where ${every(joined(filter))}) as within, count(*) as anytime
  from customers where ${every(found(filter))} group by ${kinds}, year`

function cellsOfTallies(filter: Filter): RawBuilder<unknown> {
  const { firstYear, lastYear, rest } = splitDays(filter)
  const parts = rest.map(
    (days) => sql`
      union all select ${kinds}, 0, count(*), 0
      from customers where ${every([...found(filter), ...joined(days)])} group by ${kinds}`,
  )
  return sql`
    select ${kinds}, joined_year as year,
      case when joined_year between ${firstYear} and ${lastYear} then amount else 0 end as within, amount as anytime
    from customer_facet_tallies where is_trashed = ${filter.trashed ?? false}
    ${sql.join(parts, sql` `)}`
}

const byFlag = (flag: Exclude<Facet, 'city'>, filter: Filter) => sql`
  select ${sql.lit(flag)}, ${sql.ref(flag)}::text, sum(within)::int8
  from cells where ${allBut(filter, flag)} group by ${sql.ref(flag)}`

/** A city has as many names as spellings; it is shown by the one that most use. */
const byCity = (filter: Filter) => sql`(
  select 'city', (array_agg(city order by people desc, city))[1], sum(people)::int8
  from (
    select city_key, city, sum(within) as people from cells where ${allBut(filter, 'city')} and city_key <> ''
    group by city_key, city having sum(within) > 0
  ) as spellings
  group by city_key order by sum(people) desc, city_key limit ${mostCities}
)`

/** What a cell must be for every filter but that of one facet; the days are in its numbers. */
function allBut(filter: Filter, facet?: Facet): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = []
  for (const flag of ['is_active', 'is_verified', 'is_staff'] as const)
    if (flag !== facet && filter[flag] !== undefined) all.push(sql`${sql.ref(flag)} = ${filter[flag]}`)
  if (facet !== 'city' && filter.city) all.push(sql`city_key = searchable(${filter.city})`)
  return every(all)
}

const every = (all: RawBuilder<unknown>[]) => (all.length > 0 ? sql.join(all, sql` and `) : sql`true`)

/** Makes few rows of the many that changes have added to the tallies of cities and years. */
export async function foldFacetTallies(db: Db): Promise<void> {
  await sql`select fold_customer_facet_tallies()`.execute(db)
}
