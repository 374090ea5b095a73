import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'
import { reportErrors } from '../apps/server/src/platform/db/pool.ts'
import { startEmbeddedDatabase } from '../apps/server/src/platform/embedded/embedded-database.ts'
import { seedCustomers } from '../apps/server/src/seed/seed-customers.ts'

export type BenchDatabase = {
  dataDir: string
  url: string
  pool: pg.Pool
  stop(): Promise<void>
  remove(): void
}

type Wanted = {
  customers: number
  /** A data folder to keep and find again; a temporary one without it. */
  keep: string | undefined
  say: (line: string) => void
}

/** Our embedded PostgreSQL with its default, durable settings, filled with made-up customers. */
export async function openBenchDatabase({ customers, keep, say }: Wanted): Promise<BenchDatabase> {
  const dataDir = path.resolve(keep ?? mkdtempSync(path.join(os.tmpdir(), 'crm-bench-')))
  const server = await startEmbeddedDatabase({ dataDir, purpose: 'npm run bench', say })
  const pool = new pg.Pool({ connectionString: server.url, max: 4 })
  reportErrors(pool, () => {
    // The query that needs the connection next reports it.
  })
  let stopping: Promise<void> | undefined
  await migrate(pool)
  await fill(pool, customers, say)

  return {
    dataDir,
    url: server.url,
    pool,
    async stop() {
      stopping ??= pool.end().then(() => server.stop())
      await stopping
    },
    remove() {
      if (keep === undefined) remove(dataDir)
    },
  }
}

async function fill(pool: pg.Pool, count: number, say: (line: string) => void): Promise<void> {
  const { rows } = await pool.query('select coalesce(sum(amount), 0)::int as count from customer_tallies')
  if (rows[0].count < count) {
    say(`Seeding ${count.toLocaleString('en')} customers: a minute and a half for each million.`)
    const client = await pool.connect()
    try {
      await client.query('begin')
      await seedCustomers(client, { count })
      await client.query('commit')
    } finally {
      client.release(true)
    }
  }
  await pool.query('vacuum analyze')
}

/** As root, the cluster lies outside of the data folder, which then holds a link to it. */
function remove(dataDir: string): void {
  const cluster = realpathSync(path.join(dataDir, 'postgres'))
  rmSync(cluster, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}
