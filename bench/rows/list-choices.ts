import { type CustomerOrdering, customerOrderings } from '@crm/contract'
import type pg from 'pg'
import { measure } from '../measure/load.ts'
import { requestBytes } from '../measure/request.ts'
import { rounds } from '../measure/rounds.ts'
import { quantile } from '../measure/statistics.ts'
import type { Server } from '../servers/pair.ts'
import { broadTerms, drawTerms } from './search-terms.ts'

/** One way in which the console's list is narrowed: each of its requests as often as any other. */
export type ChoiceRow = { name: string; requests: number; p50: number; p95: number; worst: string }

type Filter = Record<string, string>
type Choice = { name: string; paths: string[] }

const list = '/api/customers/admin/customers/'
const repeats = 5

const flags: Filter[] = ['is_active', 'is_verified', 'is_staff'].flatMap((flag) => [
  { [flag]: 'true' },
  { [flag]: 'false' },
])
const cities: Filter[] = [{ city: 'Toronto' }, { city: 'Ajax' }]
const days: Filter[] = [
  { date_joined_after: '2025-01-01', date_joined_before: '2025-12-31' },
  { date_joined_after: '2023-03-15', date_joined_before: '2025-09-10' },
  { date_joined_after: '2026-03-01', date_joined_before: '2026-03-31' },
  { date_joined_after: '2024-06-10' },
]

const orderings = customerOrderings.flatMap((by): (CustomerOrdering | `-${CustomerOrdering}`)[] => [
  by,
  `-${by}`,
])
const fewOrderings = ['-date_joined', 'first_name', '-total_purchases']

const ask = (filter: Filter, place: Filter) =>
  `${list}?${new URLSearchParams({ page_size: '25', ...filter, ...place })}`
const sorted = (narrowed: Filter[], by: readonly string[] = orderings) =>
  narrowed.flatMap((filter) => by.map((ordering) => ask(filter, { ordering })))
const pages = (narrowed: Filter[]) =>
  narrowed.flatMap((filter) => ['2', 'last'].map((page) => ask(filter, { page })))
const facets = (filters: Filter[]) => filters.map((filter) => `${list}facets/?${new URLSearchParams(filter)}`)

const filters = [...flags, ...cities, ...days]
/** Every two filters that can stand together. */
const pairs = filters.flatMap((one, index) =>
  filters
    .slice(index + 1)
    .filter((other) => Object.keys(other).every((key) => !(key in one)))
    .map((other) => ({ ...one, ...other })),
)

/** The list as the console asks for it: every sort, filter and page, two filters at once, searches, and the facets of each. */
export async function measureChoices(
  server: Server,
  { pool, token }: { pool: pg.Pool; token: string },
): Promise<ChoiceRow[]> {
  const terms = (await drawTerms(pool)).map((search) => ({ search }))
  const broad = broadTerms.map((search) => ({ search }))
  const choices: Choice[] = [
    { name: 'every sort', paths: [...sorted([{}]), ...pages([{}])] },
    { name: 'a flag', paths: [...sorted(flags), ...pages(flags)] },
    { name: 'a city', paths: [...sorted(cities), ...pages(cities)] },
    { name: 'days', paths: [...sorted(days), ...pages(days)] },
    { name: 'two filters', paths: sorted(pairs, fewOrderings) },
    { name: 'facets', paths: facets([{}, ...filters, ...pairs]) },
    { name: 'search, usual', paths: [...sorted(terms, ['-date_joined']), ...facets(terms)] },
    { name: 'search, broad', paths: [...sorted(broad, fewOrderings), ...facets(broad)] },
  ]
  const rows: ChoiceRow[] = []
  for (const choice of choices) rows.push(await measureChoice(server, token, choice))
  return rows
}

async function measureChoice(server: Server, token: string, { name, paths }: Choice): Promise<ChoiceRow> {
  const requests = paths.map((path) => requestBytes({ path, token }))
  const load = { ...server, next: (_: number, n: number) => requests[n % requests.length] ?? Buffer.alloc(0) }
  const each = { connections: 1, requestsEach: requests.length }
  await measure(load, each)
  const seen = await rounds(repeats, () => measure(load, each))
  const times = seen.flatMap((round) => round.times)
  return {
    name,
    requests: times.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    worst: worstOf(
      paths,
      seen.map((round) => round.times),
    ),
  }
}

/** The request that took longest in its median. A round with a refusal in it is out of step, and left out. */
function worstOf(paths: string[], rounds: number[][]): string {
  const whole = rounds.filter((times) => times.length === paths.length)
  const medians = paths.map((path, index) => ({
    path,
    ms: quantile(
      whole.map((times) => times[index] ?? 0),
      0.5,
    ),
  }))
  const [worst] = medians.toSorted((a, b) => b.ms - a.ms)
  return worst ? `${worst.path.slice(list.length)} ${worst.ms.toFixed(0)} ms` : ''
}
