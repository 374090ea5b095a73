import { browserSession, login, passwordChange, registration } from '@crm/contract'
import { z } from 'zod'
import { actorOf, principalOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { tellAllFaults } from '../../platform/http/tell-all-faults.ts'
import { createPageAnswer } from './browser-answer.ts'
import { changePassword, checkPasswordChange } from './change-password.ts'
import type { AuthContext } from './context.ts'
import { logIn } from './log-in.ts'
import { checkRegistration, registerCustomer } from './register-customer.ts'
import { deviceOf } from './sessions/device.ts'
import { logOutOfPage } from './sessions/end-session.ts'
import { refreshSession } from './sessions/refresh-session.ts'
import { checkOwnPage } from './sessions/session-cookie.ts'

/** Signing in on our own pages: the same actions as for other clients, the refresh token in a cookie. */
export function browserRoutes(app: App, context: AuthContext, { publicUrl }: { publicUrl: string }): void {
  const { cookie, answer } = createPageAnswer(context, publicUrl)
  const path = '/api/browser/'
  const open = { permission: 'public', ignoresToken: true } as const

  app.post(
    `${path}register/`,
    {
      config: { ...open, limit: 'register' },
      schema: { summary: 'Register on a page', body: registration, response: { 201: browserSession } },
      ...tellAllFaults(registration, (fields, { headers }) => {
        checkOwnPage(headers)
        return checkRegistration(context.db, fields)
      }),
    },
    async (request, reply) => {
      checkOwnPage(request.headers)
      const made = await registerCustomer(context, actorOf(request), request.body, deviceOf(request))
      reply.code(201)
      return answer(reply, made.tokens)
    },
  )
  app.post(
    `${path}login/`,
    {
      config: { ...open, limit: 'login' },
      schema: { summary: 'Sign in on a page', body: login, response: { 200: browserSession } },
    },
    async (request, reply) => {
      checkOwnPage(request.headers)
      const found = await logIn(context, actorOf(request), request.body, deviceOf(request))
      return answer(reply, found.tokens)
    },
  )
  app.post(
    `${path}refresh/`,
    {
      // The token is checked before the database is asked, and each works once: nothing to count.
      config: { ...open, limit: 'none' },
      schema: {
        summary: 'Go on with the session of the cookie',
        response: { 200: browserSession },
      },
    },
    async (request, reply) =>
      answer(reply, await refreshSession(context, actorOf(request), cookie.read(request), deviceOf(request))),
  )
  app.post(
    `${path}logout/`,
    {
      config: { ...open, limit: 'none' },
      schema: { summary: 'Sign out of the session of the cookie', response: { 204: z.null() } },
    },
    async (request, reply) => {
      const refresh = cookie.read(request)
      cookie.clear(reply)
      await logOutOfPage(context, actorOf(request), refresh)
      return reply.code(204).send(null)
    },
  )
  app.post(
    `${path}change-password/`,
    {
      config: { permission: 'account:own' },
      schema: {
        summary: 'Change my password on a page',
        description: 'All other sessions end; the one of this page goes on.',
        body: passwordChange,
        response: { 200: browserSession },
      },
      ...tellAllFaults(passwordChange, (fields, request) => {
        checkOwnPage(request.headers)
        return checkPasswordChange(context, actorOf(request), principalOf(request).customer_id, fields)
      }),
    },
    async (request, reply) => {
      checkOwnPage(request.headers)
      const { customer_id } = principalOf(request)
      return answer(
        reply,
        await changePassword(context, actorOf(request), customer_id, request.body, deviceOf(request)),
      )
    },
  )
}
