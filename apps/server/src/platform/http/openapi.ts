import { fault, fieldErrors, refusal, wrongCredentials } from '@crm/contract'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'
import { stringify } from 'yaml'
import { z } from 'zod'

/** The documentation, made from the very schemas that check requests and write answers. Register before the routes. */
export async function documentApi(app: FastifyInstance, { publicUrl }: { publicUrl: string }): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Afro-Caribbean CRM',
        version: '1',
        description: introduction,
      },
      servers: [{ url: publicUrl }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: ({ schema, url, route }) => ({ schema: describe(schema, route), url }),
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { deepLinking: true, persistAuthorization: false },
    theme: { title: 'Afro-Caribbean CRM: API' },
    // Swagger UI writes styles into its own page. Scripts stay as strict as everywhere.
    transformStaticCSP: (policy) => policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  })
  app.get(
    '/api/schema/',
    { config: { permission: 'public', limit: 'none', isPage: true }, schema: { hide: true } },
    (request, reply) => {
      const { format } = request.query as { format?: string }
      if (format !== 'yaml') return reply.type('application/json; charset=utf-8').send(app.swagger())
      return reply.type('application/yaml; charset=utf-8').send(stringify(app.swagger()))
    },
  )
}

const introduction = `Customers of the store, what they say about themselves, and what staff notes about them.

Sign in at \`login/\`, send the \`access\` token as \`Authorization: Bearer …\`, and swap the \`refresh\` token before the hour is over.
Fields that are unknown or read-only in a write are ignored. Text is trimmed. Times are ISO 8601 in UTC.
A refused request says why: messages by field with 400, otherwise a \`detail\` for people and a \`code\` for programs.`

function describe(schema: FastifySchema = {}, route: RouteOptions): FastifySchema {
  const { permission = 'public', isPage, limit } = route.config ?? {}
  if (schema.hide || isPage) return { ...schema, hide: true }
  const { body, querystring, params, response, summary, description } = schema
  const isPublic = permission === 'public'
  return {
    summary,
    description: [description, isPublic ? '' : `Permission: \`${permission}\`.`].filter(Boolean).join('\n\n'),
    operationId: operationId(route),
    tags: [tagOf(route.url)],
    security: isPublic ? [] : [{ bearer: [] }],
    ...(body ? { body: toJsonSchema(body) } : {}),
    ...(querystring ? { querystring: toJsonSchema(querystring) } : {}),
    ...(params ? { params: toJsonSchema(params) } : {}),
    response: {
      ...answers(response),
      ...refusals(route, {
        isPublic,
        hasBody: Boolean(body),
        hasFields: Boolean(body ?? querystring),
        hasLimit: limit !== 'none',
      }),
    },
  } as FastifySchema
}

const tagOf = (url: string) =>
  url.includes('/admin/')
    ? 'Staff'
    : /profile|dashboard|sessions|change-password|logout/.test(url)
      ? 'My account'
      : url.includes('/health')
        ? 'Health'
        : 'Signing in'

function operationId({ method, url }: RouteOptions): string {
  const words = url
    .replace(/^\/api\/customers\//, '')
    .split(/[/:_-]+/)
    .filter(Boolean)
  return [String(method).toLowerCase(), ...words].join('_')
}

function toJsonSchema(schema: unknown): object {
  const { $schema: _, ...json } = z.toJSONSchema(schema as z.ZodType, { io: 'output', reused: 'inline' })
  const { $defs = {}, $ref } = json as { $defs?: Record<string, object>; $ref?: string }
  const root = $ref ? $defs[$ref.replace('#/$defs/', '')] : json
  return inline(root, $defs) as object
}

/** OpenAPI looks for `$ref`s elsewhere than JSON Schema's `$defs`; our schemas are small enough to write out. */
function inline(node: unknown, defs: Record<string, object>): unknown {
  if (Array.isArray(node)) return node.map((item) => inline(item, defs))
  if (typeof node !== 'object' || node === null) return node
  if ('$ref' in node && typeof node.$ref === 'string')
    return inline(defs[node.$ref.replace('#/$defs/', '')], defs)
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      key === 'id' && typeof value === 'string' ? [] : [[key, inline(value, defs)]],
    ),
  )
}

function answers(response: unknown): Record<string, object> {
  return Object.fromEntries(
    Object.entries(response as Record<string, unknown>).map(([status, schema]) => [
      status,
      status === '204'
        ? { description: 'Done; there is nothing to say.', type: 'null' }
        : { description: 'It worked.', content: { 'application/json': { schema: toJsonSchema(schema) } } },
    ]),
  )
}

type Facts = { isPublic: boolean; hasBody: boolean; hasFields: boolean; hasLimit: boolean }

/** What may go wrong follows from what the route is, so no route has to list it. */
function refusals(
  { url }: RouteOptions,
  { isPublic, hasBody, hasFields, hasLimit }: Facts,
): Record<string, object> {
  const isLogin = url.endsWith('/login/')
  const possible: [boolean, number, string, z.ZodType][] = [
    [hasFields, 400, 'A field is wrong, or the body is not JSON.', z.union([fieldErrors, refusal])],
    [
      true,
      401,
      'The token is missing or no longer good.',
      isLogin ? z.union([wrongCredentials, refusal]) : refusal,
    ],
    [!isPublic, 403, 'Your role may not do this.', refusal],
    [url.includes(':') || url.endsWith('/customers/'), 404, 'Not there, or not yours.', refusal],
    [url.includes('/admin/'), 409, 'It contradicts something that is already so.', refusal],
    [hasBody, 413, 'The body is larger than 1 MB.', refusal],
    [hasBody, 415, 'The body is not JSON.', refusal],
    [hasLimit, 429, 'Too many requests: come back after `Retry-After` seconds.', refusal],
    [true, 500, 'Our fault.', fault],
    [true, 503, 'Busy, or the database is away: come back after `Retry-After` seconds.', refusal],
  ]
  return Object.fromEntries(
    possible
      .filter(([applies]) => applies)
      .map(([, status, description, schema]) => [
        status,
        { description, content: { 'application/json': { schema: toJsonSchema(schema) } } },
      ]),
  )
}
