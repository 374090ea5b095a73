import type { CustomerOrdering } from '@crm/contract'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

/** How a list is sorted, paged and searched: pure, so that it can be tested by table. */

type SortKey = { column: RawBuilder<unknown>; cast: RawBuilder<unknown>; value: z.ZodType<string | number> }

const text: Omit<SortKey, 'column'> = {
  cast: sql`text`,
  value: z
    .string()
    .max(2_000)
    .refine((value) => !value.includes('\0') && value.isWellFormed()),
}
const whole = { cast: sql`integer`, value: z.int32() }
const instant = z.iso
  .datetime()
  .max(40)
  .refine((value) => !value.startsWith('0000'))
const moment = { cast: sql`timestamptz`, value: z.union([instant, z.literal('-infinity')]) }

/** What each ordering sorts by, never null, in the words of an index. */
export const sortKeys: Record<CustomerOrdering, SortKey> = {
  date_joined: { column: sql`date_joined`, ...moment },
  email: { column: sql`email_key`, ...text },
  first_name: { column: sql`first_name`, ...text },
  last_name: { column: sql`last_name`, ...text },
  city: { column: sql`city_key`, ...text },
  total_purchases: { column: sql`total_purchases`, ...whole },
  loyalty_points: { column: sql`loyalty_points`, ...whole },
  last_login: { column: sql`coalesce(last_login, '-infinity')`, ...moment },
}

export type Ordering = { by: CustomerOrdering; isDescending: boolean }

export function parseOrdering(ordering = '-date_joined'): Ordering {
  const isDescending = ordering.startsWith('-')
  return { by: ordering.slice(isDescending ? 1 : 0) as CustomerOrdering, isDescending }
}

/** A place between two rows: after (or before) the row with this sort value and id. */
export type Cursor = { ordering: string; isBackward: boolean; value: string | number; id: string }

export const encodeCursor = ({ ordering, isBackward, value, id }: Cursor) =>
  Buffer.from(JSON.stringify([ordering, isBackward, value, id])).toString('base64url')

/** The cursor, or undefined where it is not one of this ordering's. */
export function decodeCursor(encoded: string, ordering: string): Cursor | undefined {
  const key = sortKeys[parseOrdering(ordering).by]
  const shape = z.tuple([z.literal(ordering), z.boolean(), key.value, z.uuid()])
  const parsed = shape.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString()))
  if (!parsed.success) return undefined
  const [, isBackward, value, id] = parsed.data
  return { ordering, isBackward, value, id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const phonePunctuation = /[\s()+./-]/g
const isPhoneLike = (text: string) => /^[\d\s()+./-]+$/.test(text) && /\d/.test(text)

/** The words that must all be found: a phone number typed with spaces or brackets is one word of digits. At most ten. */
export function searchWords(search: string): string[] {
  const typed = search.replaceAll('\0', '').trim()
  if (isPhoneLike(typed)) return [typed.replace(phonePunctuation, '')]
  return typed
    .split(/\s+/)
    .map((word) => (isPhoneLike(word) ? word.replace(phonePunctuation, '') : word))
    .filter(Boolean)
    .slice(0, 10)
}

/** A word as a LIKE pattern for any place in the text, with nothing in it read as a wildcard. */
export const likePattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** More matches of a search than this are not counted: it would take longer than anybody waits. */
export const mostCounted = 10_000

const defaultPageSize = 20
const maxPageSize = 200

/** As the seed does: what is not a size is the default one, what is too large is the largest. */
export function parsePageSize(given = ''): number {
  return /^[1-9]\d{0,8}$/.test(given) ? Math.min(Number(given), maxPageSize) : defaultPageSize
}

/** The page's number, `last`, or undefined where it is neither. */
export function parsePage(given = '1'): number | 'last' | undefined {
  if (given === 'last') return 'last'
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined
}
