import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

const folder = path.resolve(import.meta.dirname, '../../../migrations')

/** Held while migrating, so that two processes that start together apply each file once. */
const migrationLock = 4_017_265_001

const fileNames = async () => (await readdir(folder)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort()

/** The names of the migrations that this database still lacks, in order. */
export async function pendingMigrations(pool: pg.Pool): Promise<string[]> {
  const { rows: tables } = await pool.query("select to_regclass('public.schema_migrations') as name")
  if (tables[0].name === null) return fileNames()
  const { rows } = await pool.query<{ name: string }>('select name from public.schema_migrations')
  const applied = new Set(rows.map((row) => row.name))
  return (await fileNames()).filter((name) => !applied.has(name))
}

/** Applies what is pending, each file in a transaction of its own, and prepares the job queue. Safe to run twice. */
export async function migrate(pool: pg.Pool, say: (line: string) => void = () => {}): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0; set lock_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists public.schema_migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    for (const name of await pendingMigrations(pool)) {
      say(`Migrating the database: ${name}`)
      await applyFile(client, name)
    }
    await migrateQueue(pool)
  } finally {
    // Ends the session and with it the lock and the settings.
    client.release(true)
  }
}

/** The queue asks of a pool that somebody hears its errors; whoever made this one need not know. */
async function migrateQueue(pool: pg.Pool): Promise<void> {
  const ignore = () => {
    // The query that needs the connection reports it.
  }
  pool.on('error', ignore).on('connect', ignore)
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    pool.off('error', ignore).off('connect', ignore)
  }
}

async function applyFile(client: pg.PoolClient, name: string): Promise<void> {
  const text = await readFile(path.join(folder, name), 'utf8')
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into public.schema_migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed and changed nothing.`, { cause })
  }
}
