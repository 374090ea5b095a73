import { activityPage, customerEventPage, customerEventsQuery, customerParams } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { principalOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { listOwnActivity } from './list-activity.ts'
import { listCustomerEvents, listStoreChanges } from './list-events.ts'

export function eventsRoutes(app: App, db: Db): void {
  app.get(
    '/api/customers/activity/',
    {
      config: { permission: 'account:own' },
      schema: {
        summary: 'What happened to my account, newest first',
        querystring: customerEventsQuery,
        response: { 200: activityPage },
      },
    },
    (request) => listOwnActivity(db, principalOf(request).customer_id, request.query.cursor),
  )
  app.get(
    '/api/customers/admin/customers/:id/events/',
    {
      config: { permission: 'customers:read' },
      schema: {
        summary: 'What happened to a customer, newest first',
        params: customerParams,
        querystring: customerEventsQuery,
        response: { 200: customerEventPage },
      },
    },
    ({ params, query }) => listCustomerEvents(db, params.id, query.cursor),
  )
  app.get(
    '/api/store/events/',
    {
      config: { permission: 'store:manage' },
      schema: {
        summary: 'Who changed the settings of the store, newest first',
        querystring: customerEventsQuery,
        response: { 200: customerEventPage },
      },
    },
    ({ query }) => listStoreChanges(db, query.cursor),
  )
}
