import type pg from 'pg'

/** Every row of every table, by table; each row as its JSON, in no order that matters. */
export type Snapshot = Record<string, Record<string, unknown>[]>

/** What counts uses and tries may change with any request. */
const counters = ['quota_grants', 'sign_in_attempts', 'worker_processes']

/** The whole database as it is now, with the queue of jobs, without the counters. */
export async function snapshot(pool: pg.Pool): Promise<Snapshot> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' or tablename = '_private_jobs' order by 1`,
  )
  const shot: Snapshot = {}
  for (const { name } of rows) {
    if (counters.some((counter) => name.endsWith(`.${counter}`))) continue
    const { rows } = await pool.query(
      `select to_jsonb(one) as one from ${name} as one order by to_jsonb(one)::text`,
    )
    shot[name] = rows.map((row) => row.one)
  }
  return shot
}

type Row = Record<string, unknown>

export type Changes = {
  /** Like `public.customers.city`: the columns that changed in rows that stayed, each once. */
  columns: string[]
  added: Record<string, Row[]>
  removed: Record<string, Row[]>
}

/** What happened between two snapshots. Rows are the same where their first key is: `id`, else `customer_id`. */
export function changesBetween(before: Snapshot, after: Snapshot): Changes {
  const changes: Changes = { columns: [], added: {}, removed: {} }
  const columns = new Set<string>()
  for (const table of Object.keys(after)) {
    const old = new Map((before[table] ?? []).map((row) => [keyOf(row), row]))
    const now = new Map((after[table] ?? []).map((row) => [keyOf(row), row]))
    for (const [key, row] of now) {
      const known = old.get(key)
      if (!known) changes.added[table] = [...(changes.added[table] ?? []), row]
      else
        for (const column of Object.keys(row))
          if (JSON.stringify(row[column]) !== JSON.stringify(known[column])) columns.add(`${table}.${column}`)
    }
    for (const [key, row] of old)
      if (!now.has(key)) changes.removed[table] = [...(changes.removed[table] ?? []), row]
  }
  changes.columns = [...columns].sort()
  return changes
}

const keyOf = (row: Row) => String(row.id ?? row.customer_id)
