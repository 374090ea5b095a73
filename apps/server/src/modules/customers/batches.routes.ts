import { batch, batchParams, conflict, newBatch, undoneBatch } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { actorOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { makeBatch } from './make-batch.ts'
import { undoBatch } from './undo-batch.ts'

export function batchesRoutes(app: App, db: Db): void {
  const path = '/api/customers/admin/customers/batches/'
  const config = { permission: 'customers:manage' } as const

  app.post(
    path,
    {
      config,
      schema: {
        summary: 'Do the same to many customers',
        description: 'All or nothing: but for those who are skipped, each with the reason.',
        body: newBatch,
        response: { 201: batch },
      },
    },
    async (request, reply) => {
      reply.code(201)
      return makeBatch(db, actorOf(request), request.body)
    },
  )
  app.post(
    `${path}:id/undo/`,
    {
      config,
      schema: {
        summary: 'Undo what was done to many customers',
        description: 'Once, within 30 days; whoever was changed since stays as they are.',
        params: batchParams,
        response: { 200: undoneBatch, 409: conflict },
      },
    },
    (request) => undoBatch(db, actorOf(request), request.params.id),
  )
}
