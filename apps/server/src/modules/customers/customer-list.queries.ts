import type { CustomerRow } from '@crm/contract'
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/db-types.ts'
import { onlyReads } from '../../platform/db/only-reads.ts'
import { countByTallies } from './customer-facets.queries.ts'
import { conditions, type Filter, inTrash } from './customer-filter.queries.ts'
import { type Cursor, mostCounted, type Ordering, sortKeys } from './customer-list.rules.ts'

const rowColumns = sql.raw(
  `id, email, full_name, phone_number, city, total_purchases, loyalty_points,
   is_active, is_verified, is_staff, date_joined, last_login`,
)

export type Found = CustomerRow & { sort_value: string | number }

/** Which part of the sorted rows: a page by number, from the end where that is nearer, or what follows a place. */
export type Slice =
  | { limit: number; offset: number; isFromEnd?: boolean }
  | { limit: number; cursor: Cursor | null }

/** How many customers match, without a search: from the tallies, the few of flags where only flags are asked for. */
export async function countCustomers(db: Db, filter: Filter): Promise<number> {
  const { city, date_joined_after, date_joined_before } = filter
  if (city || date_joined_after || date_joined_before) return countByTallies(db, filter)
  const { count } = await db
    .selectFrom('customer_tallies')
    .select(sql<number>`coalesce(sum(amount), 0)::int8`.as('count'))
    .where('is_trashed', '=', filter.trashed ?? false)
    .$if(filter.is_active !== undefined, (query) => query.where(flagIs('is_active', filter)))
    .$if(filter.is_verified !== undefined, (query) => query.where(flagIs('is_verified', filter)))
    .$if(filter.is_staff !== undefined, (query) => query.where(flagIs('is_staff', filter)))
    .executeTakeFirstOrThrow()
  return count
}

const flagIs =
  (flag: 'is_active' | 'is_verified' | 'is_staff', filter: Filter) =>
  (row: ExpressionBuilder<DB, 'customer_tallies'>) =>
    row(flag, '=', Boolean(filter[flag]))

/** The rows of a slice, in order. The ids are found in an index first: only the rows that are shown are fetched. */
export async function readCustomers(
  db: Db,
  filter: Filter,
  ordering: Ordering,
  slice: Slice,
): Promise<Found[]> {
  return readPage(db, idsOf(sql`customers`, conditions(filter), ordering, slice), ordering, slice)
}

/** The same for few customers in all, whom their days find sooner than the ordering does. */
export const readFewCustomers = (
  db: Db,
  filter: Filter,
  ordering: Ordering,
  slice: Slice,
): Promise<Found[]> => {
  const { column } = sortKeys[ordering.by]
  const few = sql`(
    with few as materialized (select id, ${column} as sort_key from customers where ${conditions(filter)})
    select * from few) as few`
  return readPage(db, idsOf(few, sql`true`, ordering, slice, sql`sort_key`), ordering, slice)
}

/** As many are gone through in an order to find a page of what at least every hundredth is: ten times what is likely. */
const mostSteps = (slice: Slice) => 20_000 + 10 * ('offset' in slice ? slice.offset : 0)

/** The same for what very many match: the first of an order are near, unless the words have to do with that order. */
export async function readManyCustomers(
  db: Db,
  filter: Filter,
  ordering: Ordering,
  slice: Slice,
): Promise<Found[]> {
  const { column } = sortKeys[ordering.by]
  const order = direction(ordering, slice)
  const near = sql`(
    select * from customers where ${inTrash(filter)} ${beyond(ordering, slice, column)}
    order by ${column} ${order}, id ${order} limit ${mostSteps(slice)}) as customers`
  const rows = await readPage(db, idsOf(near, conditions(filter), ordering, slice), ordering, slice)
  return rows.length < slice.limit ? readFewCustomers(db, filter, ordering, slice) : rows
}

async function readPage(
  db: Db,
  ids: RawBuilder<unknown>,
  ordering: Ordering,
  slice: Slice,
): Promise<Found[]> {
  const order = direction(ordering, slice)
  const { rows } = await sql<Found>`${onlyReads}
    with page as (${ids})
    select ${rowColumns}, page.sort_value from page join customers using (id)
    order by page.sort_value ${order}, id ${order}`.execute(db)
  return inAskedOrder(rows, slice)
}

/** Count and rows of a search, which finds its matches once for both. Undefined where it finds more than are counted. */
export async function searchCustomers(
  db: Db,
  filter: Filter,
  ordering: Ordering,
  slice: Slice,
): Promise<{ count: number; rows: Found[] } | undefined> {
  const { column } = sortKeys[ordering.by]
  const { rows } = await sql<
    { count: number } & { [Column in keyof Found]: Found[Column] | null }
  >`${onlyReads}
    with found as materialized (
      select id, ${column} as sort_key from customers where ${conditions(filter)} limit ${mostCounted + 1}
    ),
    page as (${idsOf(sql`found`, sql`true`, ordering, slice, sql`sort_key`)})
    select total.count, ${rowColumns}, page.sort_value
    from (select count(*) from found) as total
    left join (page join customers using (id)) on true
    order by page.sort_value ${direction(ordering, slice)}, id ${direction(ordering, slice)}`.execute(db)
  const count = rows[0]?.count ?? 0
  if (count > mostCounted) return undefined
  const found = rows.filter((row): row is Found & { count: number } => row.id !== null)
  return {
    count,
    rows: inAskedOrder(
      found.map(({ count: _, ...row }) => row),
      slice,
    ),
  }
}

/** How many a search finds: one more than are counted where it finds more. */
export async function countFound(db: Db, filter: Filter): Promise<number> {
  const { rows } = await sql<{ count: number }>`${onlyReads}
    select count(*) from (
      select id from customers where ${conditions(filter)} limit ${mostCounted + 1}) as found`.execute(db)
  return rows[0]?.count ?? 0
}

const isBackward = (slice: Slice) =>
  'offset' in slice ? slice.isFromEnd === true : slice.cursor?.isBackward === true
const direction = ({ isDescending }: Ordering, slice: Slice) =>
  isDescending === isBackward(slice) ? sql`asc` : sql`desc`
const inAskedOrder = <Row>(rows: Row[], slice: Slice) => (isBackward(slice) ? rows.toReversed() : rows)

function idsOf(
  source: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  ordering: Ordering,
  slice: Slice,
  column = sortKeys[ordering.by].column,
): RawBuilder<unknown> {
  const order = direction(ordering, slice)
  const from = 'offset' in slice ? sql`offset ${slice.offset}` : sql``
  return sql`
    select id, ${column} as sort_value from ${source} where ${where} ${beyond(ordering, slice, column)}
    order by ${column} ${order}, id ${order} limit ${slice.limit} ${from}`
}

function beyond(ordering: Ordering, slice: Slice, column: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!('cursor' in slice) || !slice.cursor) return sql``
  const { value, id, isBackward } = slice.cursor
  const comparison = ordering.isDescending === isBackward ? sql`>` : sql`<`
  return sql`and (${column}, id) ${comparison} (${value}::${sortKeys[ordering.by].cast}, ${id}::uuid)`
}

/** Makes few rows of the many that changes have added to the tallies. */
export async function foldTallies(db: Db): Promise<void> {
  await sql`select fold_customer_tallies()`.execute(db)
}
