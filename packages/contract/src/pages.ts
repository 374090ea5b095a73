import { z } from 'zod'

/** A page of a list, in the shape of Django REST Framework. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    count: z.int().describe('How many rows match, on all pages.'),
    next: z
      .url()
      .nullable()
      .describe('The next page, in the way this one was asked for: by number or by cursor.'),
    previous: z.url().nullable(),
    results: z.array(row),
    next_cursor: z
      .string()
      .nullable()
      .describe('Pass it as `cursor` for the next rows: as quick on the last page as on the first.'),
  })

export type Page<Row> = {
  count: number
  next: string | null
  previous: string | null
  results: Row[]
  next_cursor: string | null
}
