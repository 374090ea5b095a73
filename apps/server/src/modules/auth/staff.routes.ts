import {
  conflict,
  customerDetail,
  customerParams,
  customerSession,
  message,
  roleBody,
  staffList,
} from '@crm/contract'
import { z } from 'zod'
import { actorOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { getCustomer, listStaff } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { grantRole } from './grant-role.ts'
import { mailPasswordReset, mailVerification } from './mail-link.ts'
import { removeSecondFactor } from './second-factor/remove-second-factor.ts'
import { endAllSessions } from './sessions/end-session.ts'
import { listSessions } from './sessions/sessions.queries.ts'

/** What staff does to the access of others. */
export function staffRoutes(app: App, context: AuthContext): void {
  rolesRoutes(app, context)
  accessRoutes(app, context)
}

function rolesRoutes(app: App, { db }: AuthContext): void {
  const path = '/api/customers/admin/customers/:id/'
  const owners = { permission: 'staff:manage' } as const

  app.get(
    '/api/customers/admin/staff/',
    { config: owners, schema: { summary: 'Everybody who works here', response: { 200: staffList } } },
    async () => ({ results: await listStaff(db) }),
  )
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
}

function accessRoutes(app: App, context: AuthContext): void {
  const path = '/api/customers/admin/customers/:id/'
  const config = { permission: 'customers:manage' } as const
  const { db } = context

  app.post(
    `${path}verification-mail/`,
    {
      config,
      schema: {
        summary: 'Mail a customer the link that verifies the address',
        params: customerParams,
        response: { 202: message, 409: conflict },
      },
    },
    async (request, reply) => {
      await mailVerification(context, actorOf(request), request.params.id)
      reply.code(202)
      return { message: 'A new link is on its way.' }
    },
  )
  app.post(
    `${path}password-reset-mail/`,
    {
      config,
      schema: {
        summary: 'Mail a customer a link for a new password',
        params: customerParams,
        response: { 202: message, 409: conflict },
      },
    },
    async (request, reply) => {
      await mailPasswordReset(context, actorOf(request), request.params.id)
      reply.code(202)
      return { message: 'A link for a new password is on its way.' }
    },
  )
  app.get(
    `${path}sessions/`,
    {
      config,
      schema: {
        summary: 'Where a customer is signed in',
        params: customerParams,
        response: { 200: z.array(customerSession) },
      },
    },
    async ({ params }) => {
      await getCustomer(db, params.id)
      return listSessions(db, params.id)
    },
  )
  app.delete(
    `${path}second-factor/`,
    {
      config: { permission: 'staff:manage' },
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
      config,
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
