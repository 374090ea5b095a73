import { browserSession, conflict, notFound, setup, setupQuery, storeSetup } from '@crm/contract'
import { actorOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { createPageAnswer } from './browser-answer.ts'
import { hasOwner } from './ensure-owner.ts'
import { deviceOf } from './sessions/device.ts'
import { checkOwnPage } from './sessions/session-cookie.ts'
import { notTheSetupLink, type SetupContext, setUpStore } from './set-up-store.ts'
import { isSetupToken } from './setup-link.ts'

/** The first run, by the link that the start prints: as long as nobody owns the store. */
export function setupRoutes(app: App, context: SetupContext, { publicUrl }: { publicUrl: string }): void {
  const path = '/api/browser/setup/'
  const open = { permission: 'public', ignoresToken: true } as const
  const { answer } = createPageAnswer(context, publicUrl)

  app.get(
    path,
    {
      config: open,
      schema: {
        summary: 'Ask whether the link of the first run still works',
        querystring: setupQuery,
        response: { 200: setup },
      },
    },
    async ({ query }) => {
      const isOpen = (await isSetupToken(context, query.token)) && !(await hasOwner(context.db))
      if (!isOpen) throw notTheSetupLink()
      return { is_open: true as const, offers_demo: context.prepareDemo !== undefined }
    },
  )
  app.post(
    path,
    {
      config: { ...open, limit: 'register' },
      schema: {
        summary: 'Set the store up and become its owner',
        description: 'Works once, with the link that the start of the server prints.',
        body: storeSetup,
        response: { 201: browserSession, 404: notFound, 409: conflict },
      },
    },
    async (request, reply) => {
      checkOwnPage(request.headers)
      const by = { actor: actorOf(request), device: deviceOf(request) }
      const tokens = await setUpStore(context, by, request.body)
      reply.code(201)
      return answer(reply, tokens)
    },
  )
}
