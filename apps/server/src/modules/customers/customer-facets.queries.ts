import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { onlyReads } from '../../platform/db/only-reads.ts'
import { cutMonths } from './customer-facets.rules.ts'
import { type Filter, found, joined } from './customer-filter.queries.ts'
import { mostCounted } from './customer-list.rules.ts'

const mostCities = 20

type Facet = 'is_active' | 'is_verified' | 'is_staff' | 'city'
export type FacetCount = { facet: Facet | 'count' | 'found' | 'joined'; value: string; count: number }

/**
 * How many match, and how many each choice would show: the tallies know, but for parts of a month at either end of the
 * days. What a search finds is gone through once for all facets; undefined where it finds more than are counted.
 */
export async function countFacets(db: Db, filter: Filter): Promise<FacetCount[] | undefined> {
  const isSearch = filter.patterns.length > 0
  const { rows } = await sql<FacetCount>`${onlyReads}
    with cells as materialized (${isSearch ? cellsOfSearch(filter) : cellsOfTallies(filter)})
    select 'count' as facet, '' as value, coalesce(sum(within), 0)::int8 as count
      from cells where ${allBut(filter)}
    union all select 'found', '', coalesce(sum(anytime), 0)::int8 from cells
    union all ${byFlag('is_active', filter)}
    union all ${byFlag('is_verified', filter)}
    union all ${byFlag('is_staff', filter)}
    union all ${byCity(filter)}
    union all ${byYear(filter)}`.execute(db)
  const found = rows.find(({ facet }) => facet === 'found')?.count ?? 0
  return isSearch && found > mostCounted ? undefined : rows
}

/** The cities and the years that there are to choose from, whatever else is asked for. */
export async function listFacetChoices(db: Db, { trashed }: Filter): Promise<FacetCount[]> {
  const all = { trashed, patterns: [] }
  const { rows } = await sql<FacetCount>`${onlyReads}
    with cells as (${cellsOfTallies(all)}) ${byCity(all)} union all ${byYear(all)}`.execute(db)
  return rows
}

/** How many there are between some days, of some city, of a kind: as the facets count, and nothing else. */
export async function countByTallies(db: Db, filter: Filter): Promise<number> {
  const { rows } = await sql<{ count: number }>`${onlyReads}
    select coalesce(sum(within), 0)::int8 as count from (${cellsOfTallies(filter)}) as cells
    where ${allBut(filter)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A cell says how many of a kind joined between the days that are asked for (`within`), and how many at any time. */
const kinds = sql`is_active, is_verified, is_staff, city, city_key`

const cellsOfSearch = (filter: Filter) => sql`
  select ${kinds}, extract(year from date_joined)::integer as year,
    count(*) filter (where ${every(joined(filter))}) as within, count(*) as anytime
  from (
    select ${kinds}, date_joined from customers where ${every(found(filter))} limit ${mostCounted + 1}
  ) as those group by ${kinds}, year`

function cellsOfTallies(filter: Filter): RawBuilder<unknown> {
  const parts = cutMonths(filter).map(
    (days) => sql`
      union all select ${kinds}, 0, count(*), 0
      from customers where ${every([...found({ ...filter, patterns: [] }), ...joined(days)])} group by ${kinds}`,
  )
  return sql`
    select ${kinds}, extract(year from joined_month)::integer as year,
      case when ${every(wholeMonths(filter))} then amount else 0 end as within, amount as anytime
    from customer_facet_tallies where is_trashed = ${filter.trashed ?? false}
    ${sql.join(parts, sql` `)}`
}

const wholeMonths = ({ date_joined_after, date_joined_before }: Filter): RawBuilder<unknown>[] => [
  ...(date_joined_after ? [sql`joined_month >= ${date_joined_after}::date`] : []),
  ...(date_joined_before ? [sql`joined_month + interval '1 month' <= ${date_joined_before}::date + 1`] : []),
]

const byFlag = (flag: Exclude<Facet, 'city'>, filter: Filter) => sql`
  select ${sql.lit(flag)}, ${sql.ref(flag)}::text, sum(within)::int8
  from cells where ${allBut(filter, flag)} group by ${sql.ref(flag)}`

/** A city has as many names as spellings; it is shown by the one that most use. */
const byCity = (filter: Filter) => sql`(
  select 'city' as facet, (array_agg(city order by people desc, city))[1] as value, sum(people)::int8 as count
  from (
    select city_key, city, sum(within) as people from cells where ${allBut(filter, 'city')} and city_key <> ''
    group by city_key, city having sum(within) > 0
  ) as spellings
  group by city_key order by sum(people) desc, city_key limit ${mostCities}
)`

const byYear = (filter: Filter) => sql`
  select 'joined', year::text, sum(anytime)::int8
  from cells where ${allBut(filter)} group by year having sum(anytime) > 0`

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
