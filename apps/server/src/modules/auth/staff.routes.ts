import { customerDetail, customerParams, roleBody } from '@crm/contract'
import { z } from 'zod'
import { actorOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import type { AuthContext } from './context.ts'
import { grantRole } from './grant-role.ts'
import { removeSecondFactor } from './second-factor/remove-second-factor.ts'
import { endAllSessions } from './sessions/end-session.ts'

/** What staff does to the access of others. */
export function staffRoutes(app: App, { db }: AuthContext): void {
  const path = '/api/customers/admin/customers/:id/'
  const owners = { permission: 'staff:manage' } as const

  app.put(
    `${path}role/`,
    {
      config: owners,
      schema: {
        summary: 'Give a staff role',
        params: customerParams,
        body: roleBody,
        response: { 200: customerDetail },
      },
    },
    (request) => grantRole(db, actorOf(request), request.params.id, request.body.role),
  )
  app.delete(
    `${path}role/`,
    {
      config: owners,
      schema: { summary: 'Take the staff role away', params: customerParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await grantRole(db, actorOf(request), request.params.id, null)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    `${path}second-factor/`,
    {
      config: owners,
      schema: {
        summary: 'Take a lost second step off somebody',
        description: 'Make sure first that it is really them who asks.',
        params: customerParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await removeSecondFactor(db, actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    `${path}sessions/`,
    {
      config: { permission: 'customers:manage' },
      schema: {
        summary: 'Sign a customer out everywhere',
        params: customerParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await endAllSessions(db, actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}
