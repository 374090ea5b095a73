import {
  conflict,
  recoveryCodes,
  secondFactor,
  secondFactorConfirmation,
  secondFactorProof,
  secondFactorSecret,
  secondFactorSetup,
} from '@crm/contract'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { actorOf, principalOf } from '../../../platform/http/principal.ts'
import type { App } from '../../../platform/http/server.ts'
import type { AuthContext } from '../context.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { turnOffSecondFactor } from './remove-second-factor.ts'
import { readSecondFactor } from './second-factor.queries.ts'
import { beginSecondFactor, confirmSecondFactor } from './set-up-second-factor.ts'

/** For people who are signed in: the second step of their own sign-in. */
export function secondFactorRoutes(app: App, context: AuthContext): void {
  const config = { permission: 'account:own' } as const
  const path = '/api/customers/second-factor/'
  const own = <Body extends object>(request: FastifyRequest, body: Body) => ({
    ...body,
    customer_id: principalOf(request).customer_id,
  })

  app.get(
    path,
    { config, schema: { summary: 'Whether my second step is on', response: { 200: secondFactor } } },
    (request) => readSecondFactor(context.db, principalOf(request).customer_id),
  )
  app.post(
    path,
    {
      config,
      schema: {
        summary: 'Begin to set up my second step',
        description:
          'The app is told the secret; a first code of it, within an hour, turns the second step on.',
        body: secondFactorSetup,
        response: { 200: secondFactorSecret, 409: conflict },
      },
    },
    (request) => beginSecondFactor(context, actorOf(request), own(request, request.body)),
  )
  app.post(
    `${path}confirmation/`,
    {
      config,
      schema: {
        summary: 'Turn my second step on',
        body: secondFactorConfirmation,
        response: { 200: recoveryCodes, 409: conflict },
      },
    },
    (request) => confirmSecondFactor(context, actorOf(request), own(request, request.body)),
  )
  app.delete(
    path,
    {
      config,
      schema: { summary: 'Turn my second step off', body: secondFactorProof, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await turnOffSecondFactor(context, actorOf(request), own(request, request.body))
      return reply.code(204).send(null)
    },
  )
  app.post(
    `${path}recovery-codes/`,
    {
      config,
      schema: {
        summary: 'Get ten new recovery codes',
        description: 'The old ones stop working.',
        body: secondFactorProof,
        response: { 200: recoveryCodes },
      },
    },
    (request) => renewRecoveryCodes(context, actorOf(request), own(request, request.body)),
  )
}
