import type { CustomerListQuery, CustomerPage, CustomerRow } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { AppError, FieldErrors } from '../../platform/errors.ts'
import { type Filter, filterOf } from './customer-filter.queries.ts'
import {
  countCustomers,
  countFound,
  type Found,
  readCustomers,
  readFewCustomers,
  readManyCustomers,
  type Slice,
  searchCustomers,
} from './customer-list.queries.ts'
import {
  type Cursor,
  decodeCursor,
  encodeCursor,
  mostCounted,
  type Ordering,
  parseOrdering,
  parsePage,
  parsePageSize,
} from './customer-list.rules.ts'

/**
 * One page of customers and how many match in all. Pages go by number, as in Django, or by cursor: the next page after
 * a cursor costs the same wherever it is. `url` is the absolute address of this page; the links are made from it.
 * Throws `not_found` for a page that is not there, field errors for a broken cursor.
 */
export async function listCustomers(db: Db, query: CustomerListQuery, url: string): Promise<CustomerPage> {
  const list: List = {
    db,
    url,
    filter: await filterOf(db, query),
    orderingName: query.ordering ?? '-date_joined',
    ordering: parseOrdering(query.ordering),
    size: parsePageSize(query.page_size),
  }
  return query.cursor === undefined ? pageByNumber(list, query.page) : pageByCursor(list, query.cursor)
}

type List = { db: Db; url: string; filter: Filter; orderingName: string; ordering: Ordering; size: number }

async function pageByNumber(list: List, asked: string | undefined): Promise<CustomerPage> {
  const page = parsePage(asked)
  if (page === undefined) throw new AppError('not_found', 'Invalid page.')

  // A page far out is looked for only once it is known to be there.
  const counted = page === 1 ? undefined : await countMatches(list)
  const last = counted && lastPage(counted.count, list.size)
  if (last !== undefined && page !== 'last' && page > last) throw new AppError('not_found', 'Invalid page.')
  const number = page === 'last' ? (last ?? 1) : page
  const { count, is_count_exact, rows } = await find(list, sliceAt(list, number, counted))
  if (number > lastPage(count, list.size)) throw new AppError('not_found', 'Invalid page.')

  const isLast = number === lastPage(count, list.size)
  return {
    count,
    is_count_exact,
    next: isLast ? null : linkTo(list.url, { page: String(number + 1) }),
    previous: number === 1 ? null : linkTo(list.url, { page: number === 2 ? null : String(number - 1) }),
    results: rows.map(withoutSortValue),
    next_cursor: isLast && is_count_exact ? null : cursorAt(list, rows.at(-1), false),
  }
}

/** Counted from the nearer end: the last page of a long list is as quick as the first. */
function sliceAt({ size }: List, number: number, counted: Counted | undefined): Slice {
  const offset = (number - 1) * size
  if (!counted?.is_count_exact || offset <= counted.count / 2) return { limit: size, offset }
  const limit = Math.min(size, counted.count - offset)
  return { limit, offset: counted.count - offset - limit, isFromEnd: true }
}

const lastPage = (count: number, size: number) => Math.max(1, Math.ceil(count / size))

async function pageByCursor(list: List, encoded: string): Promise<CustomerPage> {
  const cursor = encoded === '' ? null : decodeCursor(encoded, list.orderingName)
  if (cursor === undefined)
    throw new FieldErrors({ cursor: ['This cursor does not belong to this list. Begin again without one.'] })

  // One row more than is shown tells whether there is anything beyond.
  const { rows, ...counted } = await find(list, { limit: list.size + 1, cursor })
  const hasMore = rows.length > list.size
  const shown = cursor?.isBackward ? rows.slice(hasMore ? 1 : 0) : rows.slice(0, list.size)
  const hasNext = cursor?.isBackward ? true : hasMore
  const hasPrevious = cursor?.isBackward ? hasMore : cursor !== null

  const next = hasNext ? cursorAt(list, shown.at(-1), false) : null
  const previous = hasPrevious ? cursorAt(list, shown[0], true) : null
  return {
    ...counted,
    next: next && linkTo(list.url, { cursor: next }),
    previous: previous && linkTo(list.url, { cursor: previous }),
    results: shown.map(withoutSortValue),
    next_cursor: next,
  }
}

type Counted = Pick<CustomerPage, 'count' | 'is_count_exact'>

/** So many are sorted in a moment. */
const few = 50_000

async function find(list: List, slice: Slice): Promise<Counted & { rows: Found[] }> {
  const { db, filter, ordering } = list
  if (filter.patterns.length > 0) {
    const found = await searchCustomers(db, filter, ordering, slice)
    if (found) return { ...found, is_count_exact: true }
    const rows = await readManyCustomers(db, filter, ordering, slice)
    return { count: mostCounted, is_count_exact: false, rows }
  }
  const read = (await joinedFew(list)) ? readFewCustomers : readCustomers
  const [counted, rows] = await Promise.all([countMatches(list), read(db, filter, ordering, slice)])
  return { ...counted, rows }
}

/** Whether few joined between the days that are asked for, in the city, and the list is sorted by something else. */
async function joinedFew({ db, filter, ordering }: List): Promise<boolean> {
  const { trashed, city, date_joined_after, date_joined_before, patterns } = filter
  if (ordering.by === 'date_joined' || (!date_joined_after && !date_joined_before)) return false
  const joined = { trashed, city, date_joined_after, date_joined_before, patterns }
  return (await countCustomers(db, joined)) <= few
}

async function countMatches({ db, filter }: List): Promise<Counted> {
  if (filter.patterns.length === 0) return { count: await countCustomers(db, filter), is_count_exact: true }
  const count = await countFound(db, filter)
  return { count: Math.min(count, mostCounted), is_count_exact: count <= mostCounted }
}

function cursorAt({ orderingName }: List, row: Found | undefined, isBackward: boolean): string | null {
  if (!row) return null
  const cursor: Cursor = { ordering: orderingName, isBackward, value: row.sort_value, id: row.id }
  return encodeCursor(cursor)
}

const withoutSortValue = ({ sort_value: _, ...row }: Found): CustomerRow => row

function linkTo(url: string, changes: Record<string, string | null>): string {
  const link = new URL(url)
  for (const [name, value] of Object.entries(changes))
    if (value === null) link.searchParams.delete(name)
    else link.searchParams.set(name, value)
  link.searchParams.sort()
  return link.href
}
