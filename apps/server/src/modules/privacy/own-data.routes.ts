import { ownData } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { principalOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { type CustomerDataParts, exportOwnData } from './export-own-data.ts'

export function ownDataRoutes(app: App, db: Db, parts: CustomerDataParts): void {
  app.get(
    '/api/customers/export/',
    {
      config: { permission: 'account:own' },
      schema: { summary: 'Download my data', response: { 200: ownData } },
    },
    async (request, reply) => {
      reply.header('content-disposition', 'attachment; filename="my-data.json"')
      return exportOwnData(db, parts, principalOf(request).customer_id)
    },
  )
}
