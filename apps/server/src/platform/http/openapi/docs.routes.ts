import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { stringify } from 'yaml'
import { AppError } from '../../errors.ts'
import { openApiDocument } from './document.ts'
import type { PublishedSettings } from './introduction.ts'

/** The document at `/api/schema/` and the page that shows it at `/api/docs/`. `routes` may still grow until they are asked for. */
export async function documentApi(
  app: FastifyInstance,
  routes: readonly RouteOptions[],
  settings: PublishedSettings,
): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '', version: '' } },
    transform: ({ url }) => ({ url, schema: { hide: true } }),
    transformObject: () => openApiDocument(routes, settings) as object,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { layout: 'BaseLayout', deepLinking: true, persistAuthorization: false },
    // A page may send to where it came from and nowhere else, whatever name it was opened under.
    transformSpecification: (document) => ({ ...document, servers: [{ url: '/' }] }),
    transformSpecificationClone: false,
    theme: { title: 'Afro-Caribbean CRM: API' },
    // Swagger UI writes styles into its own page. Scripts stay as strict as everywhere.
    transformStaticCSP: (policy) => policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  })
  app.get(
    '/api/schema/',
    { config: { permission: 'public', limit: 'none', isPage: true }, schema: { hide: true } },
    (request, reply) => {
      const { format } = request.query as { format?: string }
      if (format && format !== 'json' && format !== 'yaml')
        throw new AppError('not_found', 'There is no such format: say json or yaml.')
      if (format !== 'yaml') return reply.type('application/json; charset=utf-8').send(app.swagger())
      return reply.type('application/yaml; charset=utf-8').send(stringify(app.swagger()))
    },
  )
}
