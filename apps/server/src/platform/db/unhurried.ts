import { sql } from 'kysely'

/**
 * A value to select in a statement that is a transaction of its own: it answers before its commit is on disk. For counts
 * that what follows is decided on: the next commit that does wait takes them along, and only a crash of the database
 * itself within the next half second forgets one (https://www.postgresql.org/docs/current/wal-async-commit.html).
 */
export const unhurried = sql`set_config('synchronous_commit', 'off', true)`
