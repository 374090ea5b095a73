import type { Config } from './config.ts'
import { healthRoutes } from './health.routes.ts'
import { eventsData } from './modules/audit/index.ts'
import {
  type AuthContext,
  accountRoutes,
  authRoutes,
  browserRoutes,
  createEmailChange,
  createInvitation,
  secondFactorRoutes,
  sessionsData,
  setupRoutes,
  staffRoutes,
} from './modules/auth/index.ts'
import {
  batchesRoutes,
  customersRoutes,
  eventsRoutes,
  mediaRoutes,
  notesRoutes,
  picturesRoutes,
  profileData,
  profileRoutes,
} from './modules/customers/index.ts'
import { ownDataRoutes } from './modules/privacy/index.ts'
import { rememberStore, storeRoutes } from './modules/store/index.ts'
import { mailboxPages } from './pages/mailbox.routes.ts'
import type { Limits } from './platform/http/guard.ts'
import { documentApi } from './platform/http/openapi/docs.routes.ts'
import type { Authenticate } from './platform/http/principal.ts'
import { logRequests } from './platform/http/request-log.ts'
import { type App, createServer, plain } from './platform/http/server.ts'
import type { Logger } from './platform/logging.ts'
import type { Metrics } from './platform/metrics.ts'
import { type Storage, tellingFailures } from './platform/storage/storage.ts'
import { prepareDemoCast } from './seed/seed-demo.ts'
import { webApp } from './web-app/web-app.routes.ts'

export type AppParts = {
  config: Config
  logger: Logger
  metrics: Metrics
  limits: Limits
  authenticate: Authenticate
  auth: AuthContext
  /** Where pictures are kept. */
  storage: Storage
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
  storage: givenStorage,
  webAppFolder,
}: AppParts): Promise<App> {
  const { db } = auth
  const storage = tellingFailures(givenStorage)
  const app = await createServer({ config, logger, guard: { authenticate, limits } })
  logRequests(plain(app))
  metrics.observe(plain(app))
  await documentApi(plain(app), app.knownPaths.routes, config)

  // As with the command: made-up people, whose password is known, do not belong into production.
  const demo = config.isProduction ? {} : { prepareDemo: () => prepareDemoCast(auth.passwords) }
  const onStoreUnread = (error: unknown) =>
    logger.warn({ err: error }, 'pages say what they last knew of the store')

  await app.register(async (routes) => {
    const api = routes as unknown as App
    healthRoutes(api, db)
    authRoutes(api, auth)
    browserRoutes(api, auth, { publicUrl: config.PUBLIC_URL })
    setupRoutes(api, { ...auth, ...demo }, { publicUrl: config.PUBLIC_URL })
    profileRoutes(api, db, createEmailChange(auth))
    await picturesRoutes(api, { db, storage })
    mediaRoutes(api, { storage })
    accountRoutes(api, auth)
    ownDataRoutes(api, db, { profile: profileData, sessions: sessionsData, events: eventsData })
    secondFactorRoutes(api, auth)
    customersRoutes(api, db, { publicOrigin: config.PUBLIC_URL, invite: createInvitation(auth) })
    batchesRoutes(api, db)
    eventsRoutes(api, db)
    notesRoutes(api, db)
    staffRoutes(api, auth)
    storeRoutes(api, db)
    if (webAppFolder) await webApp(api, { folder: webAppFolder, readStore: rememberStore(db, onStoreUnread) })
    if (config.DEBUG) mailboxPages(api, db)
  })
  return app
}
