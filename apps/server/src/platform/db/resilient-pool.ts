import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { isConnectionLost, isReadOnly, isUnanswered, NoTurn } from './database-errors.ts'
import { isOnlyReading } from './only-reads.ts'
import { statementName } from './prepared.ts'

/** When all connections die at once, the next one may be dead already, too. */
const timesAgain = 3

/** While somebody has waited this long for a turn, nobody else begins to wait. */
const jammedAfterMs = 1_000

/**
 * The pool as Kysely sees it: connections that failed are not used again. What changed nothing is asked again when its
 * connection dies under it: what is declared to only read, outside a transaction, and the beginning of one. And where
 * the queue for a turn no longer moves, whoever comes is sent away at once, so that a request of many statements does
 * not wait for each.
 */
export class ResilientPool implements PostgresPool {
  readonly options: PostgresPool['options']
  readonly #pool: pg.Pool
  // Kysely too keeps what it wraps around a connection, so each client has one for as long as it lives.
  readonly #connections = new WeakMap<pg.PoolClient, Connection>()
  readonly #waitingSince = new Set<{ at: number }>()

  constructor(pool: pg.Pool) {
    this.#pool = pool
    this.options = pool.options as PostgresPool['options']
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.take()
    const connection = this.#connections.get(client) ?? new Connection(this)
    return this.lend(client, connection) as unknown as PostgresPoolClient
  }

  lend(client: pg.PoolClient, connection: Connection): Connection {
    if (this.#connections.get(client) !== connection) this.#connections.set(client, connection)
    connection.client = client
    return connection
  }

  async take(): Promise<pg.PoolClient> {
    const { idleCount, totalCount, options } = this.#pool
    if (idleCount > 0 || totalCount < options.max) return this.#pool.connect()

    const turn = { at: performance.now() }
    const [oldest = turn] = this.#waitingSince
    if (turn.at - oldest.at > jammedAfterMs) throw new NoTurn()
    this.#waitingSince.add(turn)
    try {
      return await this.#pool.connect()
    } finally {
      this.#waitingSince.delete(turn)
    }
  }

  async end(): Promise<void> {
    await this.#pool.end()
  }
}

class Connection {
  readonly #pool: ResilientPool
  client: pg.PoolClient | undefined
  #isSpent = false
  #isInTransaction = false

  constructor(pool: ResilientPool) {
    this.#pool = pool
  }

  async query(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const mayAskAgain = !this.#isInTransaction && (isBegin(text) || isOnlyReading(text))
    for (let asked = 1; ; asked += 1) {
      try {
        return await this.#send(text, values)
      } catch (error) {
        const isLost = isConnectionLost(error)
        if (isLost || isReadOnly(error)) this.#isSpent = true
        if (!mayAskAgain || !isLost || isUnanswered(error) || asked > timesAgain) throw error
        await this.#takeAnother()
      }
    }
  }

  release(discard = false): void {
    this.client?.release(discard || this.#isSpent)
  }

  async #takeAnother(): Promise<void> {
    this.client?.release(true)
    // Should there be none, there is nothing to give back: a connection must not be released twice.
    this.client = undefined
    this.#pool.lend(await this.#pool.take(), this)
    this.#isSpent = false
  }

  #send(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    if (!this.client) throw new Error('Connection terminated: there was no other one')
    if (isBegin(text)) this.#isInTransaction = true
    if (text === 'commit' || text === 'rollback') this.#isInTransaction = false
    const name = statementName(text)
    return this.client.query({ name, text, values: values as unknown[] })
  }
}

const isBegin = (text: string) => text === 'begin' || text.startsWith('start transaction')
