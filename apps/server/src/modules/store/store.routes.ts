import { store, storeChanges } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { actorOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { changeStore } from './change-store.ts'
import { getStore } from './store.queries.ts'

export function storeRoutes(app: App, db: Db): void {
  const path = '/api/store/'

  app.get(
    path,
    {
      config: { permission: 'public', limit: 'none' },
      schema: { summary: 'What the store says of itself', response: { 200: store } },
    },
    () => getStore(db),
  )
  app.patch(
    path,
    {
      config: { permission: 'store:manage' },
      schema: {
        summary: 'Change what the store says of itself',
        description: 'Pages and mails say the new name within a second.',
        body: storeChanges,
        response: { 200: store },
      },
    },
    (request) => changeStore(db, actorOf(request), request.body),
  )
}
