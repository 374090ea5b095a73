import { setTimeout as wait } from 'node:timers/promises'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { createLimits } from './limits.ts'
import { type AuthContext, createAuthenticator } from './modules/auth/index.ts'
import type { Logger } from './platform/logging.ts'
import type { Metrics } from './platform/metrics.ts'
import type { Storage } from './platform/storage/storage.ts'
import { shutDoor } from './shut-door.ts'
import { builtFolder } from './web-app/build-web-app.ts'

export type WebParts = {
  config: Config
  logger: Logger
  metrics: Metrics
  auth: AuthContext
  storage: Storage
  databaseUrl: string
}

/** How long connections are asked to go before the listening ends. */
const farewellMs = 500

/** Serves requests until stopped. */
export async function startWeb({ config, logger, metrics, auth, storage, databaseUrl }: WebParts) {
  const { db, tokens } = auth
  const { limits, leasing } = createLimits(db, config)
  const onError = (error: unknown) => logger.warn({ err: error }, 'not hearing from the database for now')
  const authenticator = createAuthenticator({ db, tokens, databaseUrl, onError })
  const { authenticate } = authenticator
  const app = await buildApp({
    config,
    logger,
    metrics,
    limits,
    authenticate,
    auth,
    storage,
    webAppFolder: builtFolder,
  })

  let isClosing = false
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done()
  })
  await app.listen({ host: config.HOST, port: config.PORT, backlog: 4_096 })

  const settle = async (all = false) => {
    for (const limiter of leasing)
      await limiter
        .settle(all)
        .catch((error: unknown) => logger.warn({ err: error }, 'unused requests were not given back'))
  }
  const settling = setInterval(settle, 5_000)

  return {
    app,
    /** Answers what is under way and asks every connection to go; then the door is shut. */
    async stop() {
      isClosing = true
      await wait(farewellMs)
      await shutDoor(app.server)
      await app.close()
      clearInterval(settling)
      await settle(true)
      await authenticator.close()
    },
  }
}
