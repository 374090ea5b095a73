import pg from 'pg'
import { type Config, ConfigError, databaseUrl } from './config.ts'
import { migrate, pendingMigrations } from './platform/db/migrate.ts'
import { reportErrors } from './platform/db/pool.ts'
import { borrowEmbeddedDatabase } from './platform/embedded/borrow.ts'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './platform/embedded/embedded-database.ts'

export type Database = EmbeddedDatabase & { isEmbedded: boolean }

type Purpose = { purpose: string; address?: string; say: (line: string) => void }

/** The database that the settings name, or the embedded one, which runs until `stop`. */
export async function openDatabase(config: Config, options: Purpose): Promise<Database> {
  const own = ownDatabase(config)
  return (
    own ?? { ...(await startEmbeddedDatabase({ dataDir: config.DATA_DIR, ...options })), isEmbedded: true }
  )
}

/** For commands: works beside a running server too. */
export async function borrowDatabase(config: Config, options: Purpose): Promise<Database> {
  const own = ownDatabase(config)
  return (
    own ?? { ...(await borrowEmbeddedDatabase({ dataDir: config.DATA_DIR, ...options })), isEmbedded: true }
  )
}

function ownDatabase(config: Config): Database | undefined {
  const url = databaseUrl(config)
  return url === undefined ? undefined : { url, stop: async () => {}, isEmbedded: false }
}

/**
 * Brings the schema up to date: always where the database is ours alone, or empty. A database of the owner's own that
 * has customers in it is migrated by command, at a moment of the owner's choosing: until then this throws.
 */
export async function prepareSchema(
  { url, isEmbedded }: Database,
  say: (line: string) => void,
): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5_000, keepAlive: true })
  reportErrors(pool, () => {
    // The query that needs the connection next reports it.
  })
  try {
    const { rows } = await pool
      .query("select to_regclass('public.schema_migrations') is null as is_empty")
      .catch((cause: unknown) => {
        throw isEmbedded ? cause : notReached(url, cause)
      })
    const pending = await pendingMigrations(pool)
    if (pending.length > 0 && !isEmbedded && !rows[0].is_empty)
      throw new Error(
        `The database lacks ${pending.join(', ')}. Make a backup, run: npm run crm -- migrate, and start again.`,
      )
    await migrate(pool, say)
  } finally {
    await pool.end()
  }
}

/** Said of the setting that is probably wrong; the password is in none of it. */
function notReached(url: string, cause: unknown): ConfigError {
  const { host, username, pathname } = new URL(url)
  const reasons: Record<string, string> = {
    '28P01': `it refuses the password of ${username}`,
    '28000': `it does not let ${username} in`,
    '3D000': `it has no database ${pathname.slice(1)}`,
  }
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = reasons[code] ?? `no PostgreSQL answers there (${code || 'no answer'}); is it running?`
  return new ConfigError([`DATABASE_URL or DB_*: ${host}: ${reason}`])
}
