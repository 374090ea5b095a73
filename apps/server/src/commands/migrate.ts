import { borrowDatabase } from '../database.ts'
import { createWorkPool } from '../parts.ts'
import { migrate, pendingMigrations } from '../platform/db/migrate.ts'
import { createLogger } from '../platform/logging.ts'
import { type Command, say } from './command.ts'

export const migrateDatabase: Command = {
  usage: 'migrate',
  about: 'brings the database up to date',
  options: {},
  async run(config) {
    const database = await borrowDatabase(config, { purpose: 'npm run crm -- migrate', say })
    try {
      const pool = createWorkPool(database.url, createLogger(config))
      const pending = await pendingMigrations(pool)
      await migrate(pool, say)
      await pool.end()
      say(
        pending.length > 0
          ? `Applied ${pending.length}. The database is up to date.`
          : 'The database was up to date.',
      )
    } finally {
      await database.stop()
    }
  },
}
