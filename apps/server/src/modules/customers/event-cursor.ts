import { z } from 'zod'
import { FieldErrors } from '../../platform/errors.ts'
import type { TrailCursor, TrailEvent } from '../audit/index.ts'

/** The part of a trail that a page shows; one more than that tells whether there is anything beyond. */
export const partAfter = (cursor: string, pageSize: number) => ({
  limit: pageSize + 1,
  before: decode(cursor),
})

/** Where the next page begins, if there is one. */
export function cursorAfter(found: readonly TrailEvent[], pageSize: number): string | null {
  const last = found[pageSize - 1]
  return last && found.length > pageSize ? encode(last) : null
}

const encode = ({ occurred_at, id }: TrailCursor) => Buffer.from(`${occurred_at} ${id}`).toString('base64url')

const place = z.tuple([
  z.iso
    .datetime()
    .max(40)
    .refine((moment) => !moment.startsWith('0000')),
  z.uuid(),
])

function decode(cursor: string): TrailCursor | undefined {
  if (cursor === '') return undefined
  const parsed = place.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '))
  if (!parsed.success)
    throw new FieldErrors({ cursor: ['This cursor does not belong to this list. Begin again without one.'] })
  const [occurred_at, id] = parsed.data
  return { occurred_at, id }
}
