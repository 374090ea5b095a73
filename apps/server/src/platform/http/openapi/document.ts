import type { RouteOptions } from 'fastify'
import { errorComponents } from './error-answers.ts'
import { operationOf, tags } from './operation.ts'
import { Schemas } from './schemas.ts'

const introduction = `Customers of the store, what they say about themselves, and what staff notes about them.

Sign in at \`login/\`, send the \`access\` token as \`Authorization: Bearer …\`, and swap the \`refresh\` token before the hour is over.
Fields that are unknown or read-only in a write are ignored. Text is trimmed. Times are ISO 8601 in UTC.
A refused request says why: messages by field with 400, otherwise a \`detail\` for people and a \`code\` for programs.`

/** The whole API as OpenAPI 3.1, made from the very schemas that check requests and write answers. */
export function openApiDocument(routes: readonly RouteOptions[]) {
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
    info: { title: 'Afro-Caribbean CRM', version: '1', description: introduction },
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
