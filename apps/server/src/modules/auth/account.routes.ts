import {
  accountDeletion,
  messageWithTokens,
  passwordChange,
  refreshBody,
  session,
  sessionParams,
} from '@crm/contract'
import { z } from 'zod'
import { actorOf, principalOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { tellAllFaults } from '../../platform/http/tell-all-faults.ts'
import { changePassword, checkPasswordChange } from './change-password.ts'
import type { AuthContext } from './context.ts'
import { deleteOwnAccount } from './delete-own-account.ts'
import { deviceOf } from './sessions/device.ts'
import { endSession, logOut } from './sessions/end-session.ts'
import { listSessions } from './sessions/sessions.queries.ts'

/** For people who are signed in: their password and where they are signed in. */
export function accountRoutes(app: App, context: AuthContext): void {
  const config = { permission: 'account:own' } as const

  app.post(
    '/api/customers/logout/',
    { config, schema: { summary: 'Sign out', body: refreshBody, response: { 204: z.null() } } },
    async (request, reply) => {
      await logOut(context, actorOf(request), principalOf(request).customer_id, request.body.refresh)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/customers/change-password/',
    {
      config,
      schema: {
        summary: 'Change my password',
        description: 'All other sessions end; this one goes on with the fresh tokens.',
        body: passwordChange,
        response: { 200: messageWithTokens },
      },
      ...tellAllFaults(passwordChange, (fields, request) =>
        checkPasswordChange(context, actorOf(request), principalOf(request).customer_id, fields),
      ),
    },
    async (request) => ({
      message: 'Your password is changed.',
      tokens: await changePassword(
        context,
        actorOf(request),
        principalOf(request).customer_id,
        request.body,
        deviceOf(request),
      ),
    }),
  )
  app.post(
    '/api/customers/deletion/',
    {
      config,
      schema: {
        summary: 'Delete my account',
        description:
          'Asks for the password, and for a code where the second step is on. All sessions end at once. For 30 days the store can undo it; then everything about the person is gone.',
        body: accountDeletion,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { customer_id } = principalOf(request)
      await deleteOwnAccount(context, actorOf(request), { ...request.body, customer_id })
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/customers/sessions/',
    { config, schema: { summary: 'Where I am signed in', response: { 200: z.array(session) } } },
    async (request) => {
      const { customer_id, session_id } = principalOf(request)
      const sessions = await listSessions(context.db, customer_id)
      return sessions.map((one) => ({ ...one, is_current: one.id === session_id }))
    },
  )
  app.delete(
    '/api/customers/sessions/:id/',
    {
      config,
      schema: { summary: 'End one of my sessions', params: sessionParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await endSession(context.db, actorOf(request), principalOf(request).customer_id, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
