import type { CustomerListQuery } from '@crm/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { onlyReads } from '../../platform/db/only-reads.ts'
import { likePattern, searchWords } from './customer-list.rules.ts'

export type Filter = Pick<
  CustomerListQuery,
  'is_active' | 'is_verified' | 'is_staff' | 'city' | 'date_joined_after' | 'date_joined_before' | 'trashed'
> & { patterns: string[] }

/** The filter of a request; what a search compares is made by the same function that made the indexed text. */
export async function filterOf(db: Db, { search = '', ...query }: CustomerListQuery): Promise<Filter> {
  const words = searchWords(search)
  if (words.length === 0) return { ...query, patterns: [] }
  const { rows } = await sql<{ word: string }>`${onlyReads}
    select regexp_split_to_table(btrim(searchable(word)), '\\s+') as word from unnest(${words}::text[]) as word`.execute(
    db,
  )
  return {
    ...query,
    patterns: rows
      .map(({ word }) => word)
      .filter(Boolean)
      .slice(0, 10)
      .map(likePattern),
  }
}

/** Everything that a row must be to be in the list. */
export function conditions(filter: Filter): RawBuilder<unknown> {
  const all = [...found(filter), ...joined(filter)]
  for (const flag of ['is_active', 'is_verified', 'is_staff'] as const)
    if (filter[flag] !== undefined) all.push(sql`${sql.ref(flag)} = ${filter[flag]}`)
  // Says the same as the flag, in the words of the index of the few who are.
  if (filter.is_staff) all.push(sql`role is not null`)
  if (filter.city) all.push(sql`city_key = searchable(${filter.city})`)
  return sql.join(all, sql` and `)
}

export const inTrash = ({ trashed }: Pick<Filter, 'trashed'>): RawBuilder<unknown> =>
  trashed ? sql`trashed_at is not null` : sql`trashed_at is null`

/** In the trash or out of it, with all words of the search. */
export const found = ({ trashed, patterns }: Pick<Filter, 'trashed' | 'patterns'>): RawBuilder<unknown>[] => [
  inTrash({ trashed }),
  ...patterns.map((pattern) => sql`search_text like ${pattern}`),
]

export type Days = Pick<Filter, 'date_joined_after' | 'date_joined_before'>

/** Between two days, both of them included. */
export const joined = ({ date_joined_after, date_joined_before }: Days): RawBuilder<unknown>[] => [
  ...(date_joined_after ? [sql`date_joined >= ${date_joined_after}::date`] : []),
  ...(date_joined_before ? [sql`date_joined < ${date_joined_before}::date + 1`] : []),
]
