import { fault, fieldErrors, outage, type RefusalStatus, refusalWith, wrongCredentials } from '@crm/contract'
import type { RouteOptions } from 'fastify'
import { z } from 'zod'
import type { Schemas } from './schemas.ts'

type ErrorAnswer = { description: string; schema: z.ZodType; headers?: Record<string, object> }

const refused = (status: RefusalStatus, description: string): ErrorAnswer => ({
  description,
  schema: refusalWith(status),
})

const retryAfter = {
  'Retry-After': {
    description: 'After how many seconds another try makes sense.',
    schema: { type: 'integer', minimum: 1 },
  },
}

/** Everything that can go wrong, by the name under which the document has it once. */
const errorAnswers = {
  BadRequest: refused(400, 'The request can not be read.'),
  BadFields: {
    description: 'A field is wrong, or the body can not be read.',
    schema: z.union([fieldErrors, refusalWith(400)]),
  },
  Unauthorized: {
    ...refused(401, 'The token is missing or no longer good.'),
    headers: { 'WWW-Authenticate': { schema: { type: 'string', examples: ['Bearer realm="api"'] } } },
  },
  UnneededToken: refused(
    401,
    'An access token was sent that is not, or no longer, good. None is needed here.',
  ),
  WrongCredentials: {
    description: 'Not this password, or a token that is no longer good.',
    schema: z.union([wrongCredentials, refusalWith(401)]),
  },
  Unproven: {
    description:
      'The token is missing or no longer good; or a code of the second step is missing (`otp_required`) or wrong (`otp_invalid`).',
    schema: z.union([wrongCredentials, refusalWith(401)]),
  },
  Forbidden: refused(403, 'Your role may not do this, or a browser sent it from a site that is not ours.'),
  NotFound: refused(404, 'Not there, or not yours.'),
  Conflict: refused(409, 'It contradicts something that is already so.'),
  TooLarge: refused(413, 'The body is larger than 1 MB.'),
  UnneededTooLarge: refused(413, 'A body was sent that is larger than 1 MB. None is needed here.'),
  FileTooLarge: refused(413, 'The file is larger than what is taken here.'),
  WrongFileType: refused(415, 'The file is of none of the types that are taken here.'),
  NotJson: refused(415, 'The body is not JSON.'),
  UnneededNotJson: refused(415, 'A body was sent that is not JSON. None is needed here.'),
  TooMany: {
    ...refused(429, 'Too many requests. `Retry-After` says when another try makes sense.'),
    headers: retryAfter,
  },
  Fault: { description: 'Our fault. Quote the `request_id` when you report it.', schema: fault },
  Unavailable: {
    description: 'Busy, or the database is away. Nothing was done.',
    schema: outage,
    headers: retryAfter,
  },
} satisfies Record<string, ErrorAnswer>

type ErrorName = keyof typeof errorAnswers

export const errorComponents = (schemas: Schemas): Record<string, object> =>
  Object.fromEntries(
    Object.entries<ErrorAnswer>(errorAnswers).map(([name, { schema, ...rest }]) => [
      name,
      { ...rest, content: { 'application/json': { schema: schemas.ofAnswer(schema) } } },
    ]),
  )

const safeMethods = ['GET', 'HEAD']

const mayMiss = (url: string, { querystring }: object & { querystring?: unknown }, permission: string) =>
  url.includes(':') || Boolean(querystring) || permission === 'account:own'

/** Who is signed in may be asked for a code all the same. */
const needed = (body: unknown) =>
  body instanceof z.ZodObject && 'otp' in body.shape ? 'Unproven' : 'Unauthorized'

/** What may go wrong follows from what the route is, so no route has to list it. */
export function errorsOf({ method, url, schema = {}, config = {} }: RouteOptions): Record<string, object> {
  const { permission = 'public', limit, ignoresToken } = config
  const hasBody = Boolean(schema.body)
  const isUnsafe = !safeMethods.includes(String(method))
  // What ignores the access token takes another, in its body or its cookie; who registers or only asks has none yet.
  const isTokenNeeded = permission !== 'public' || (ignoresToken && isUnsafe && limit !== 'register')
  const tokenRefusal =
    limit === 'login'
      ? 'WrongCredentials'
      : isTokenNeeded
        ? needed(schema.body)
        : !ignoresToken && 'UnneededToken'
  const possible: [number, ErrorName | false][] = [
    [400, isUnsafe || schema.querystring ? 'BadFields' : 'BadRequest'],
    [401, tokenRefusal],
    [403, (permission !== 'public' || isUnsafe) && 'Forbidden'],
    [404, (404 in Object(schema.response) || mayMiss(url, schema, permission)) && 'NotFound'],
    [409, 409 in Object(schema.response) && 'Conflict'],
    [413, isUnsafe && (config.takes ? 'FileTooLarge' : hasBody ? 'TooLarge' : 'UnneededTooLarge')],
    [415, isUnsafe && (config.takes ? 'WrongFileType' : hasBody ? 'NotJson' : 'UnneededNotJson')],
    [429, limit !== 'none' && 'TooMany'],
    [500, 'Fault'],
    [503, 'Unavailable'],
  ]
  return Object.fromEntries(
    possible.flatMap(([status, name]) =>
      name ? [[status, { $ref: `#/components/responses/${name}` }]] : [],
    ),
  )
}
