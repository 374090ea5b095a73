import { ownData } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { actorOf, principalOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { type CustomerDataParts, exportOwnData } from './export-own-data.ts'

export function ownDataRoutes(app: App, db: Db, parts: CustomerDataParts): void {
  // Leaves a trace: no read.
  app.post(
    '/api/customers/export/',
    {
      config: { permission: 'account:own' },
      schema: {
        summary: 'Download my data',
        description: 'Each download is recorded in what happened to the account.',
        response: { 200: ownData },
      },
    },
    async (request, reply) => {
      const { customer_id } = principalOf(request)
      const data = await exportOwnData(db, actorOf(request), { customer_id, parts })
      // Only the data is a file: a refusal is read where it was asked for.
      reply.header('content-disposition', 'attachment; filename="my-data.json"')
      return data
    },
  )
}
