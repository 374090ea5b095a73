import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { createDb, type Db } from '../src/platform/db/db.ts'
import { createPool } from '../src/platform/db/pool.ts'

export type TestDatabase = { url: string; pool: pg.Pool; db: Db; drop(): Promise<void> }

/** A migrated database of one's own, made from the template in about a tenth of a second. Call `drop` when done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `crm_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name} template ${inject('templateName')}`)
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  const pool = createPool({
    url: url.href,
    size: 10,
    statementTimeoutMs: 10_000,
    name: 'test',
    onError: () => {},
  })
  return {
    url: url.href,
    pool,
    db: createDb(pool),
    async drop() {
      await pool.end()
      await dropDatabase(name)
    },
  }
}

/** The same for a single test, dropped when it is over. */
export async function useTestDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase()
  onTestFinished(() => database.drop())
  return database
}

/** Ends who is still connected. That autovacuum is at work there only the plain form of the command may end. */
async function dropDatabase(name: string): Promise<void> {
  await onServer(`drop database ${name} with (force)`).catch((error: unknown) => {
    const isAutovacuumThere = error instanceof pg.DatabaseError && error.code === '42501'
    if (!isAutovacuumThere) throw error
    return onServer(`drop database ${name}`)
  })
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
