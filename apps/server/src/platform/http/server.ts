import { randomUUID } from 'node:crypto'
import cors from '@fastify/cors'
import fastify, { type FastifyInstance, LogController, type RouteOptions } from 'fastify'
import type { Config } from '../../config.ts'
import type { Logger } from '../logging.ts'
import { answerErrors } from './error-handler.ts'
import { type GuardOptions, guardRequests } from './guard.ts'
import { readJsonBodies } from './json-body.ts'
import { KnownPaths } from './known-paths.ts'
import { sendSecurityHeaders } from './security-headers.ts'
import type { ZodProvider } from './zod-provider.ts'
import { serializerCompiler, validatorCompiler } from './zod-provider.ts'

export type App = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  Logger,
  ZodProvider
>

export type ServerOptions = {
  config: Config
  logger: Logger
  guard: Pick<GuardOptions, 'authenticate' | 'limits'>
}

/** An HTTP server with everything that is the same for all routes, and none yet. */
export async function createServer({
  config,
  logger,
  guard,
}: ServerOptions): Promise<{ app: App; knownPaths: KnownPaths }> {
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
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
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodProvider>() as unknown as App

  // A client that reads its answer too slowly is let go.
  app.server.timeout = 20_000
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  const knownPaths = new KnownPaths()
  const plain = app as unknown as FastifyInstance
  plain.addHook('onRoute', declareDocumentation)
  knownPaths.watch(plain)
  answerErrors(plain)
  readJsonBodies(plain)
  await sendSecurityHeaders(plain, { isHttps: config.PUBLIC_URL.startsWith('https://') })
  if (config.CORS_ALLOWED_ORIGINS.length > 0)
    await app.register(cors, { origin: config.CORS_ALLOWED_ORIGINS, credentials: true, maxAge: 86_400 })
  guardRequests(plain, {
    ...guard,
    allowedHosts: config.ALLOWED_HOSTS,
    allowedOrigins: config.CORS_ALLOWED_ORIGINS,
    publicOrigin: config.PUBLIC_URL,
    knownPaths,
  })
  plain.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  return { app, knownPaths }
}

/** The routes of the documentation are made by a plugin that knows nothing of permissions: they are for everybody. */
function declareDocumentation(route: RouteOptions): void {
  if (route.url.startsWith('/api/docs')) route.config = { permission: 'public', limit: 'none', isPage: true }
}
