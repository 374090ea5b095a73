import { mayDo } from '@crm/contract'
import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'
import type { Limiter } from '../limits/limiter.ts'
import type { KnownPaths } from './known-paths.ts'
import { type Authenticate, callerKey, type LimitScope } from './principal.ts'

export type Limits = Record<'anonymous' | 'customer' | 'staff' | 'login' | 'register', Limiter>

export type GuardOptions = {
  authenticate: Authenticate
  limits: Limits
  allowedHosts: readonly string[]
  /** Origins other than our own that a browser may send from. */
  allowedOrigins: readonly string[]
  publicOrigin: string
  knownPaths: KnownPaths
}

/** Who may go on, in this order: host, origin, token, permission, limit. Method and body come after. */
export function guardRequests(app: FastifyInstance, options: GuardOptions): void {
  app.decorateRequest('principal', null)

  app.addHook('onRequest', async (request, reply) => {
    checkHost(request, options.allowedHosts)
    checkOrigin(request, options)

    const rule = ruleFor(request, options.knownPaths)
    const isIntrospection = request.method === 'OPTIONS'
    if (!rule.ignoresToken && !isIntrospection) {
      const found = findPrincipal(request, options.authenticate)
      request.principal = found instanceof Promise ? await found : found
    }
    if (!isIntrospection) checkPermission(request, rule)
    const counting = countUse(request, rule.limit ?? 'general', options.limits)
    if (counting) await counting

    if (request.is404) {
      const allowed = options.knownPaths.methods(request.url)
      const { missingPage } = options.knownPaths
      if (!allowed && missingPage && asksForPage(request)) return missingPage(reply.code(404))
      if (!allowed) throw new AppError('not_found')
      reply.header('allow', allowed.join(', '))
      if (isIntrospection) return reply.code(204).send()
      throw new AppError('method_not_allowed', `Method "${request.method}" not allowed.`)
    }
  })
}

/** A person in a browser, and no program or file of a page. */
const asksForPage = ({ method, url, headers }: FastifyRequest): boolean =>
  ['GET', 'HEAD'].includes(method) &&
  Boolean(headers.accept?.includes('text/html')) &&
  !/^\/(api|assets|dev)\//.test(url)

/** The rule of the route; for a method that the path does not have, the rule of the path. */
function ruleFor(request: FastifyRequest, knownPaths: KnownPaths): FastifyContextConfig {
  return request.is404
    ? (knownPaths.rule(request.url) ?? { permission: 'public' })
    : request.routeOptions.config
}

function checkHost({ host, hostname }: FastifyRequest, allowedHosts: readonly string[]): void {
  const name = hostname.toLowerCase()
  const isAllowed =
    host !== '' &&
    allowedHosts.some(
      (allowed) =>
        allowed === '*' ||
        allowed === name ||
        (allowed.startsWith('.') && (name.endsWith(allowed) || name === allowed.slice(1))),
    )
  if (!isAllowed) throw new AppError('disallowed_host', 'This server does not answer for that host.')
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser says from where it sends. What changes something is taken from our own pages and listed origins only. */
function checkOrigin(request: FastifyRequest, { publicOrigin, allowedOrigins }: GuardOptions): void {
  if (safeMethods.has(request.method)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const isOurs =
    origin === undefined
      ? site !== 'cross-site'
      : origin === publicOrigin ||
        origin === `${request.protocol}://${request.host}` ||
        allowedOrigins.includes(origin)
  if (!isOurs) throw new AppError('cross_origin', 'Requests from that site are not taken.')
}

function findPrincipal({ headers }: FastifyRequest, authenticate: Authenticate) {
  const { authorization } = headers
  const [scheme = '', token, ...rest] = (authorization ?? '').split(' ')
  if (scheme.toLowerCase() !== 'bearer') return null
  if (!token || rest.length > 0)
    throw new AppError('token_not_valid', 'Authorization header must contain two space-delimited values')
  return authenticate(token)
}

function checkPermission(
  { principal }: FastifyRequest,
  { permission = 'public' }: FastifyContextConfig,
): void {
  if (permission === 'public') return
  if (!principal) throw new AppError('not_authenticated')
  if (!mayDo(principal.role, permission)) throw new AppError('permission_denied')
}

function countUse(request: FastifyRequest, scope: LimitScope, limits: Limits): Promise<void> | undefined {
  if (scope === 'none') return undefined
  if (scope !== 'general') return limits[scope].take(callerKey(request.ip))
  const { principal } = request
  if (!principal) return limits.anonymous.take(callerKey(request.ip))
  return (principal.role ? limits.staff : limits.customer).take(principal.customer_id)
}
