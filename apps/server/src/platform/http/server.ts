import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance, LogController, type RouteOptions } from 'fastify'
import type { Config } from '../../config.ts'
import { AppError } from '../errors.ts'
import type { Logger } from '../logging.ts'
import { answerCrossOrigin } from './cross-origin.ts'
import { answerError, answerErrors } from './error-handler.ts'
import { type GuardOptions, guardRequests } from './guard.ts'
import { readJsonBodies } from './json-body.ts'
import { KnownPaths } from './known-paths.ts'
import { securityHeaders, sendSecurityHeaders } from './security-headers.ts'
import { takeTurns } from './turns.ts'
import { answerUnreadable } from './unreadable-requests.ts'
import type { ZodProvider } from './zod-provider.ts'
import { serializerCompiler, validatorCompiler } from './zod-provider.ts'

export type App = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  Logger,
  ZodProvider
>

/** The same server for who does not care how its routes are typed: plugins, hooks and what observes it. */
export const plain = (app: App): FastifyInstance => app as unknown as FastifyInstance

declare module 'fastify' {
  interface FastifyInstance {
    /** Every path that is served, with its methods and who may use them. */
    knownPaths: KnownPaths
  }
}

export type ServerOptions = {
  config: Config
  logger: Logger
  guard: Pick<GuardOptions, 'authenticate' | 'limits'>
}

/** An HTTP server with everything that is the same for all routes, and none yet. */
export async function createServer({ config, logger, guard }: ServerOptions): Promise<App> {
  const headers = securityHeaders({ isHttps: config.PUBLIC_URL.startsWith('https://') })
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // What is logged names its request itself; a logger made for each would be for nothing.
    childLoggerFactory: (shared) => shared,
    genReqId: () => randomUUID(),
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? config.TRUSTED_PROXIES : false,
    bodyLimit: 1_048_576,
    // A request that trickles in is given up: headers and body within ten seconds, looked at every two.
    requestTimeout: 10_000,
    keepAliveTimeout: 30_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    // A request that arrives while we are closing is answered, with a farewell, not refused.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    // A path part of any length is checked by its route: what is no id is not found.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    // Both answer before any hook has run.
    frameworkErrors: (error, request, reply) =>
      answerError(error, request, reply.headers(headers).header('x-request-id', request.id)),
    clientErrorHandler: answerUnreadable(headers),
  }).withTypeProvider<ZodProvider>() as unknown as App

  // A client that reads its answer too slowly is let go: Node looks twice before it does, sixteen seconds at most.
  app.server.timeout = 8_000
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  const knownPaths = new KnownPaths()
  const server = plain(app)
  server.decorate('knownPaths', knownPaths)
  server.addHook('onRoute', declareForPlugins)
  knownPaths.watch(server)
  answerErrors(server)
  // What plugins miss; for all else the guard has said so before.
  server.setNotFoundHandler(() => {
    throw new AppError('not_found')
  })
  readJsonBodies(server)
  sendSecurityHeaders(server, headers)
  answerCrossOrigin(server, config.CORS_ALLOWED_ORIGINS)
  guardRequests(server, {
    ...guard,
    allowedHosts: config.ALLOWED_HOSTS,
    allowedOrigins: config.CORS_ALLOWED_ORIGINS,
    publicOrigin: config.PUBLIC_URL,
    knownPaths,
  })
  takeTurns(server)
  return app
}

/** The routes of the documentation and of files are made by plugins that know nothing of permissions: they are for everybody. */
function declareForPlugins(route: RouteOptions): void {
  const isOfPlugin = ['/api/docs', '/assets/'].some((start) => route.url.startsWith(start))
  if (isOfPlugin) route.config = { permission: 'public', limit: 'none', isPage: true }
}
