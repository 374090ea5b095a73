import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { isConnectionLost, isReadOnly, isUnanswered } from './database-errors.ts'
import { statementName } from './prepared.ts'
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

/** A `pg` pool whose every wait has an end: to connect, for a turn, for a lock, for an answer, in a transaction. */
export function createPool({ url, size, statementTimeoutMs, name, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // The server ends a slow statement first; where it can't be heard, we stop waiting a little later.
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 500,
    lock_timeout: Math.min(2_000, statementTimeoutMs),
    idle_in_transaction_session_timeout: 15_000,
    options: '-c timezone=UTC',
    types,
  })
  reportErrors(pool, onError)
  return pool
}

/** Without listeners, a connection that dies while nobody asks it anything would end the process. */
export function reportErrors(pool: pg.Pool, onError: (error: Error) => void): void {
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
}

/**
 * The pool as Kysely sees it: connections that failed are not used again, after a failover none of the old ones is,
 * and a read outside a transaction is asked once more when its connection dies under it.
 */
export class ResilientPool implements PostgresPool {
  readonly options: PostgresPool['options']
  readonly #pool: pg.Pool
  readonly #epochs = new WeakMap<pg.PoolClient, number>()
  #epoch = 0

  constructor(pool: pg.Pool) {
    this.#pool = pool
    this.options = pool.options as PostgresPool['options']
    pool.on('connect', (client) => this.#epochs.set(client, this.#epoch))
  }

  async connect(): Promise<PostgresPoolClient> {
    return new Connection(this, await this.acquire()) as unknown as PostgresPoolClient
  }

  async end(): Promise<void> {
    await this.#pool.end()
  }

  async acquire(): Promise<pg.PoolClient> {
    for (;;) {
      const client = await this.#pool.connect()
      if (this.#epochs.get(client) === this.#epoch) return client
      client.release(true)
    }
  }

  /** Every connection that is open now is closed when it comes back, or before it is used again. */
  renounceAll(): void {
    this.#epoch += 1
  }
}

class Connection {
  readonly #pool: ResilientPool
  #client: pg.PoolClient
  #isSpent = false
  #isInTransaction = false

  constructor(pool: ResilientPool, client: pg.PoolClient) {
    this.#pool = pool
    this.#client = client
  }

  async query(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    try {
      return await this.#send(text, values)
    } catch (error) {
      this.#note(error)
      if (!this.#mayAskAgain(text, error)) throw error
      this.#client.release(true)
      this.#client = await this.#pool.acquire()
      this.#isSpent = false
      return await this.#send(text, values)
    }
  }

  release(discard = false): void {
    this.#client.release(discard || this.#isSpent)
  }

  #send(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    if (text === 'begin' || text.startsWith('start transaction')) this.#isInTransaction = true
    if (text === 'commit' || text === 'rollback') this.#isInTransaction = false
    const name = statementName(text)
    return this.#client.query(name ? { name, text, values: [...values] } : { text, values: [...values] })
  }

  #note(error: unknown): void {
    if (isReadOnly(error)) this.#pool.renounceAll()
    if (isReadOnly(error) || isConnectionLost(error)) this.#isSpent = true
  }

  #mayAskAgain(text: string, error: unknown): boolean {
    return (
      !this.#isInTransaction && isConnectionLost(error) && !isUnanswered(error) && /^select\b/i.test(text)
    )
  }
}
