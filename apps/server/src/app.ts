import type { Config } from './config.ts'
import { healthRoutes } from './health.routes.ts'
import {
  type AuthContext,
  accountRoutes,
  authRoutes,
  browserRoutes,
  createEmailChange,
  createInvitation,
  secondFactorRoutes,
  staffRoutes,
} from './modules/auth/index.ts'
import { customersRoutes, notesRoutes, profileRoutes } from './modules/customers/index.ts'
import { mailboxPages } from './pages/mailbox.routes.ts'
import type { Limits } from './platform/http/guard.ts'
import { documentApi } from './platform/http/openapi/docs.routes.ts'
import type { Authenticate } from './platform/http/principal.ts'
import { logRequests } from './platform/http/request-log.ts'
import { type App, createServer, plain } from './platform/http/server.ts'
import type { Logger } from './platform/logging.ts'
import type { Metrics } from './platform/metrics.ts'
import { webApp } from './web-app/web-app.routes.ts'

export type AppParts = {
  config: Config
  logger: Logger
  metrics: Metrics
  limits: Limits
  authenticate: Authenticate
  auth: AuthContext
  /** Where the built pages lie; without it only the API is served. */
  webAppFolder?: string
}

/** The table of contents: everything that the server serves, by name. */
export async function buildApp({
  config,
  logger,
  metrics,
  limits,
  authenticate,
  auth,
  webAppFolder,
}: AppParts): Promise<App> {
  const { db } = auth
  const app = await createServer({ config, logger, guard: { authenticate, limits } })
  logRequests(plain(app))
  metrics.observe(plain(app))
  await documentApi(plain(app), app.knownPaths.routes, config)

  await app.register(async (routes) => {
    const api = routes as unknown as App
    healthRoutes(api, db)
    authRoutes(api, auth)
    browserRoutes(api, auth, { publicUrl: config.PUBLIC_URL })
    profileRoutes(api, db, createEmailChange(auth))
    accountRoutes(api, auth)
    secondFactorRoutes(api, auth)
    customersRoutes(api, db, { publicOrigin: config.PUBLIC_URL, invite: createInvitation(auth) })
    notesRoutes(api, db)
    staffRoutes(api, auth)
    if (webAppFolder) await webApp(api, webAppFolder)
    if (config.DEBUG) mailboxPages(api, db)
  })
  return app
}
