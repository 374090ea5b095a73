import type pg from 'pg'
import { type Comparison, compare } from '../measure/compare.ts'
import { Connection } from '../measure/connection.ts'
import type { Load } from '../measure/load.ts'
import { requestBytes } from '../measure/request.ts'
import type { Servers } from '../servers/pair.ts'
import { broadTerms, drawTerms } from './search-terms.ts'

/** One list, asked one at a time and by four at once; the broadest searches only alone, as four would come near to the time limit. */
export type ListRow = { name: string; alone: Comparison; byFour: Comparison | undefined }

type Case = { name: string; requests: number; isBroad?: true; ours: string[]; raw: string[] }

const pageSize = 20
const rounds = 4

/** The staff's list of customers in every way it is paged and searched. */
export async function compareLists(
  { ours, raw }: Servers,
  { pool, token, customers }: { pool: pg.Pool; token: string; customers: number },
): Promise<ListRow[]> {
  const half = Math.floor(customers / pageSize / 2)
  const late = Math.floor((customers / pageSize) * 0.98)
  const terms = await drawTerms(pool)
  const bytes = (paths: string[]) => paths.map((path) => requestBytes({ path, token }))
  const after = (page: number) => pathsAfter(ours.port, token, page)
  const numbered = (page: number) => ({
    ours: [`${path}?page=${page}`],
    raw: [`/list?offset=${(page - 1) * pageSize}`],
  })

  const cases: Case[] = [
    { name: 'page 1, with the count', requests: 40, ...numbered(1) },
    { name: `page ${half.toLocaleString('en')}`, requests: 16, ...numbered(half) },
    { name: 'after a cursor, page 2', requests: 40, ...(await after(1)) },
    { name: `after a cursor, page ${(late + 1).toLocaleString('en')}`, requests: 40, ...(await after(late)) },
    { name: `search, ${terms.length} usual terms`, requests: terms.length, ...searches(terms) },
    ...broadTerms.map((term) => ({
      name: `search "${term}"`,
      requests: 6,
      isBroad: true as const,
      ...searches([term]),
    })),
  ]

  const rows: ListRow[] = []
  for (const { name, requests, isBroad, ...paths } of cases) {
    const pair = [load(ours, bytes(paths.ours)), load(raw, bytes(paths.raw))] as const
    const byFour = { connections: 4, requestsEach: Math.ceil(requests / 4) }
    rows.push({
      name,
      alone: await compare(...pair, { connections: 1, requestsEach: requests }, rounds),
      byFour: isBroad ? undefined : await compare(...pair, byFour, rounds),
    })
  }
  return rows
}

const path = '/api/customers/admin/customers/'

const searches = (terms: readonly string[]) => {
  const queries = terms.map((term) => new URLSearchParams({ search: term }))
  return { ours: queries.map((query) => `${path}?${query}`), raw: queries.map((query) => `/list?${query}`) }
}

/** What follows a page, as each of the two is asked for it. */
async function pathsAfter(port: number, token: string, page: number) {
  const connection = await Connection.open(port)
  const { body } = await connection.ask(requestBytes({ path: `${path}?page=${page}`, token }))
  connection.close()
  const { next_cursor, results } = JSON.parse(body.toString())
  const { date_joined, id } = results.at(-1)
  return { ours: [`${path}?cursor=${next_cursor}`], raw: [`/list?after=${date_joined}&id=${id}`] }
}

const load = (server: Omit<Load, 'next'>, requests: Buffer[]): Load => ({
  ...server,
  // The four begin at different places.
  next: (connection, n) =>
    requests[(n + Math.floor((connection * requests.length) / 4)) % requests.length] ?? Buffer.alloc(0),
})
