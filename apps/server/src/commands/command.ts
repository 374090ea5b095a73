import type { ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '../config.ts'
import { borrowDatabase, prepareSchema } from '../database.ts'
import { createWorkPool } from '../parts.ts'
import { createLogger } from '../platform/logging.ts'

export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

export type Command = {
  usage: string
  about: string
  options: ParseArgsOptionsConfig
  run(config: Config, values: Values): Promise<void>
}

/** What the person at the terminal did wrong, in words that say what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

export const say = (line: string) => process.stdout.write(`${line}\n`)

/** Lends the database to a command, migrated, and gives everything back at the end, also when it fails. */
export async function withDatabase<Result>(
  config: Config,
  purpose: string,
  work: (parts: { pool: import('pg').Pool; url: string }) => Promise<Result>,
): Promise<Result> {
  const database = await borrowDatabase(config, { purpose: `npm run crm -- ${purpose}`, say })
  try {
    await prepareSchema(database, say)
    const pool = createWorkPool(database.url, createLogger(config))
    try {
      return await work({ pool, url: database.url })
    } finally {
      await pool.end()
    }
  } finally {
    await database.stop()
  }
}
