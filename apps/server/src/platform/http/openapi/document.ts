import type { RouteOptions } from 'fastify'
import { errorComponents } from './error-answers.ts'
import { introduction, type PublishedSettings } from './introduction.ts'
import { operationOf, tags } from './operation.ts'
import { Schemas } from './schemas.ts'

/** The whole API as OpenAPI 3.1, made from the very schemas that check requests and write answers. */
export function openApiDocument(routes: readonly RouteOptions[], settings: PublishedSettings) {
  const schemas = new Schemas()
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes.filter(isDocumented)) {
    const path = route.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [String(route.method).toLowerCase()]: operationOf(route, schemas),
    }
  }
  const responses = errorComponents(schemas)
  return {
    openapi: '3.1.0',
    info: { title: 'Afro-Caribbean CRM', version: '1', description: introduction(settings) },
    servers: [{ url: settings.PUBLIC_URL }],
    tags,
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses,
      schemas: schemas.components,
    },
  }
}

const isDocumented = ({ method, schema, config }: RouteOptions) =>
  method !== 'HEAD' && !schema?.hide && !config?.isPage
