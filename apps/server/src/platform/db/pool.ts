import pg from 'pg'
import { isReadOnly } from './database-errors.ts'
import { types } from './value-types.ts'

export type PoolOptions = {
  url: string
  /** Connections at most. */
  size: number
  /** How long the server may take for one statement, in milliseconds. */
  statementTimeoutMs: number
  /** Shown in pg_stat_activity. */
  name: string
  onError: (error: Error) => void
}

/** How long to wait for a connection, be it a new one or a turn. With a statement's three seconds it stays under five. */
const turnMs = 1_500
/** The server ends a slow statement first; where it can't be heard, we stop waiting this much later. */
const graceMs = 200
/** Renouncing again so soon would only end the connections that were just made. */
const renounceAgainMs = 1_000

/** A `pg` pool whose every wait has an end: to connect, for a turn, for a lock, for an answer, in a transaction. */
export function createPool({ url, size, statementTimeoutMs, name, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    connectionTimeoutMillis: turnMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + graceMs,
    lock_timeout: Math.min(2_000, Math.floor(statementTimeoutMs / 3)),
    idle_in_transaction_session_timeout: 15_000,
    options: '-c timezone=UTC',
    types,
  })
  reportErrors(pool, onError)
  followFailover(pool, url)
  return pool
}

/** Without listeners, a connection that dies while nobody asks it anything would end the process. */
export function reportErrors(pool: pg.Pool, onError: (error: Error) => void): void {
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
}

/** Everything this process has open, by server: a failover concerns all pools. */
const openTo = new Map<string, Set<pg.Client>>()

/**
 * After a failover the old primary only reads: the first refused write ends every connection to it at once, those too
 * that idle or listen, and the next ones find the new primary.
 */
function followFailover(pool: pg.Pool, url: string): void {
  const open = openTo.get(url) ?? new Set<pg.Client>()
  openTo.set(url, open)
  pool.on('remove', (client) => open.delete(client))
  pool.on('connect', (client) => {
    open.add(client)
    client.connection.on('errorMessage', (message: Error) => {
      // A moment later, so that the statement in question has its own error.
      if (isReadOnly(message)) setImmediate(renounceAll, open)
    })
  })
}

const renouncedAt = new WeakMap<Set<pg.Client>, number>()

/** Not by a farewell: whoever listens must notice, and start again elsewhere. */
function renounceAll(open: Set<pg.Client>): void {
  const now = performance.now()
  if (now - (renouncedAt.get(open) ?? Number.NEGATIVE_INFINITY) < renounceAgainMs) return
  renouncedAt.set(open, now)
  for (const client of open) client.connection.stream.destroy()
}
