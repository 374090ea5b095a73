import {
  conflict,
  emailBody,
  loggedIn,
  login,
  message,
  passwordReset,
  refreshBody,
  registered,
  registration,
  tokenBody,
  tokens,
} from '@crm/contract'
import { actorOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { tellAllFaults } from '../../platform/http/tell-all-faults.ts'
import { askForPasswordReset, askForVerification } from './ask-for-link.ts'
import type { AuthContext } from './context.ts'
import { logIn } from './log-in.ts'
import { checkRegistration, registerCustomer } from './register-customer.ts'
import { resetPassword } from './reset-password.ts'
import { deviceOf } from './sessions/device.ts'
import { refreshSession } from './sessions/refresh-session.ts'
import { verifyEmail } from './verify-email.ts'

/** For people who are not signed in yet. */
export function authRoutes(app: App, context: AuthContext): void {
  const config = { permission: 'public' } as const

  app.post(
    '/api/customers/register/',
    {
      config: { ...config, limit: 'register' },
      schema: {
        summary: 'Register',
        description: 'Signs in at once; a mail asks to verify the address.',
        body: registration,
        response: { 201: registered },
      },
      ...tellAllFaults(registration, (fields) => checkRegistration(context.db, fields)),
    },
    async (request, reply) => {
      const made = await registerCustomer(context, actorOf(request), request.body, deviceOf(request))
      reply.code(201)
      return { message: 'Welcome! Please check your email to verify your account.', ...made }
    },
  )
  app.post(
    '/api/customers/login/',
    {
      config: { ...config, limit: 'login' },
      schema: { summary: 'Sign in', body: login, response: { 200: loggedIn } },
    },
    async (request) => ({
      message: 'You are signed in.',
      ...(await logIn(context, actorOf(request), request.body, deviceOf(request))),
    }),
  )
  app.post(
    '/api/customers/token/refresh/',
    {
      config: { ...config, ignoresToken: true },
      schema: {
        summary: 'Swap a refresh token for the next pair',
        description:
          'Each refresh token works once. A lost answer can be asked for again within 30 seconds; an older token ends the session.',
        body: refreshBody,
        response: { 200: tokens },
      },
    },
    (request) => refreshSession(context, actorOf(request), request.body.refresh, deviceOf(request)),
  )
  app.post(
    '/api/customers/verify-email/',
    {
      config,
      schema: {
        summary: 'Verify an address by the mailed token',
        body: tokenBody,
        response: { 200: message, 409: conflict },
      },
    },
    async (request) => {
      await verifyEmail(context, actorOf(request), request.body.token)
      return { message: 'Your email address is verified.' }
    },
  )
  app.post(
    '/api/customers/verify-email/resend/',
    {
      config,
      schema: { summary: 'Mail the verification link again', body: emailBody, response: { 200: message } },
    },
    async (request) => {
      await askForVerification(context, actorOf(request), request.body.email)
      return { message: 'If this address waits to be verified, a new link is on its way.' }
    },
  )
  app.post(
    '/api/customers/password-reset/',
    {
      config,
      schema: { summary: 'Mail a link for a new password', body: emailBody, response: { 200: message } },
    },
    async (request) => {
      await askForPasswordReset(context, actorOf(request), request.body.email)
      return { message: 'If there is an account with this address, a link is on its way.' }
    },
  )
  app.post(
    '/api/customers/password-reset/confirm/',
    {
      config,
      schema: {
        summary: 'Set a new password by the mailed token',
        description: 'Also how a customer whom staff added claims the account. Every session ends.',
        body: passwordReset,
        response: { 200: message },
      },
    },
    async (request) => {
      await resetPassword(context, actorOf(request), request.body)
      return { message: 'Your new password is set. Please sign in.' }
    },
  )
}
