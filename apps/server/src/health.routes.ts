import { health } from '@crm/contract'
import { sql } from 'kysely'
import type { Db } from './platform/db/db.ts'
import { onlyReads } from './platform/db/only-reads.ts'
import { AppError } from './platform/errors.ts'
import type { App } from './platform/http/server.ts'

/** For monitors: whether the process answers, and whether it can serve. Never counted against a limit. */
export function healthRoutes(app: App, db: Db): void {
  const config = { permission: 'public', limit: 'none' } as const
  app.get(
    '/api/customers/health/',
    { config, schema: { summary: 'Whether the service can serve', response: { 200: health } } },
    async () => {
      try {
        await sql`${onlyReads} select 1`.execute(db)
      } catch (cause) {
        throw new AppError('unavailable', 'The database does not answer.', { cause, retryAfterSeconds: 1 })
      }
      return { status: 'healthy' as const, message: 'The service and its database are well.' }
    },
  )
  app.get(
    '/api/customers/health/live/',
    {
      config,
      schema: {
        summary: 'Whether the process is alive, with or without its database',
        response: { 200: health },
      },
    },
    async () => ({ status: 'healthy' as const, message: 'The process is alive.' }),
  )
}
