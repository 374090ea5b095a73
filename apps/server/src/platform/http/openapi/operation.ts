import { staffPermissions } from '@crm/contract'
import type { RouteOptions } from 'fastify'
import { z } from 'zod'
import { errorsOf } from './error-answers.ts'
import type { Schemas } from './schemas.ts'

export const tags = [
  { name: 'Signing in', description: 'For people who are not signed in yet.' },
  { name: 'My account', description: 'For customers, about themselves.' },
  { name: 'Staff', description: 'For staff, about customers. What a role may do differs.' },
  {
    name: 'Pages',
    description:
      'Signing in on pages of this server: the refresh token is in a cookie, and the header `X-Requested-With: crm` is needed.',
  },
  { name: 'Store', description: 'What the store says of itself.' },
  { name: 'Health', description: 'For monitors.' },
]

/** One method of one path, in the words of OpenAPI. */
export function operationOf(route: RouteOptions, schemas: Schemas): object {
  const { schema = {}, config = {} } = route
  const { permission = 'public' } = config
  const needs = permission === 'public' ? '' : `Permission: \`${permission}\`.`
  const description = [schema.description, descriptionOf(schema.body), needs].filter(Boolean).join('\n\n')
  return {
    tags: [tagOf(route)],
    summary: schema.summary,
    ...(description ? { description } : {}),
    operationId: operationId(route),
    security: permission === 'public' ? [] : [{ bearer: [] }],
    ...parametersOf(schema, schemas),
    ...requestBodyOf(route, schemas),
    responses: { ...answersOf(schema.response, schemas), ...errorsOf(route) },
  }
}

function tagOf({ url, config = {} }: RouteOptions): string {
  const { permission = 'public', limit } = config
  if (url.startsWith('/api/browser/')) return 'Pages'
  if (url.startsWith('/api/store/')) return 'Store'
  if (staffPermissions.some((one) => one === permission)) return 'Staff'
  if (permission === 'account:own') return 'My account'
  return limit === 'none' ? 'Health' : 'Signing in'
}

function operationId({ method, url }: RouteOptions): string {
  const words = url
    .replace(/^\/api\/customers\//, '')
    .split(/[/:_-]+/)
    .filter(Boolean)
  return [String(method).toLowerCase(), ...words].join('_')
}

type Described = { description?: string }

function parametersOf({ params, querystring }: RouteOptions['schema'] & object, schemas: Schemas) {
  const list = [...parametersIn('path', params, schemas), ...parametersIn('query', querystring, schemas)]
  return list.length > 0 ? { parameters: list } : {}
}

function parametersIn(place: 'path' | 'query', schema: unknown, schemas: Schemas): object[] {
  if (!schema) return []
  const { properties, required = [] } = schemas.ofRequest(schema) as {
    properties: Record<string, Described>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
  }))
}

function requestBodyOf({ schema = {}, config = {} }: RouteOptions, schemas: Schemas): object {
  if (schema.body)
    return { requestBody: { required: true, content: jsonContent(schemas.ofRequest(schema.body)) } }
  if (!config.takes) return {}
  // A file is sent as it is: OpenAPI 3.1 says so with an empty schema.
  const content = Object.fromEntries(config.takes.map((type) => [type, {}]))
  return { requestBody: { required: true, content } }
}

/** What the contract says of a body; of a list, what it says of each in it. */
function descriptionOf(schema: unknown): string {
  if (schema instanceof z.ZodArray) return `A list. Each in it: ${descriptionOf(schema.element)}`
  return (schema instanceof z.ZodType && schema.description) || ''
}

const jsonContent = (schema: object) => ({ 'application/json': { schema } })

const answersOf = (response: unknown, schemas: Schemas): Record<string, object> =>
  Object.fromEntries(
    Object.entries(Object(response) as Record<string, unknown>)
      .filter(([status]) => status.startsWith('2'))
      .map(([status, schema]) => [
        status,
        status === '204'
          ? { description: 'Done. The answer has no body.' }
          : { description: descriptionOf(schema), content: jsonContent(schemas.ofAnswer(schema)) },
      ]),
  )
