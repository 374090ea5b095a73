import { Kysely, type Transaction } from 'kysely'
import type pg from 'pg'
import type { DB } from './db-types.ts'
import { ReadMarkingDialect } from './only-reads.ts'
import { ResilientPool } from './resilient-pool.ts'

/** The database, in a transaction or not: for reads. */
export type Db = Kysely<DB>

/** Certainly inside a transaction: for writes that belong together. A plain `Db` does not fit. */
export type Tx = Transaction<DB>

/** Typed SQL over a pool. Ending the pool is the business of who made it. */
export function createDb(pool: pg.Pool): Db {
  return new Kysely<DB>({ dialect: new ReadMarkingDialect({ pool: new ResilientPool(pool) }) })
}

/** For queries that are built once, before there is a database. */
export const queryBuilder = new Kysely<DB>({
  dialect: new ReadMarkingDialect({
    pool: () => {
      throw new Error('This builds queries; it runs none.')
    },
  }),
})
