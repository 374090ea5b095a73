import { AggregatorRegistry } from 'prom-client'
import type { Config } from './config.ts'
import { openDatabase, prepareSchema } from './database.ts'
import { type AuthContext, ensureOwner, findSetupLink } from './modules/auth/index.ts'
import {
  createAuth,
  createJobPool,
  createMailer,
  createQueuePool,
  createStorage,
  createWebPool,
  createWorkPool,
} from './parts.ts'
import { createDb } from './platform/db/db.ts'
import { createLogger, type Logger } from './platform/logging.ts'
import { createMetrics, type Metrics } from './platform/metrics.ts'
import type { Storage } from './platform/storage/storage.ts'
import { RunningParts } from './running-parts.ts'
import { serveMetricsWhereFree } from './serve-metrics.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { startWeb } from './web.ts'
import { buildWebApp } from './web-app/build-web-app.ts'
import { forkWebs } from './web-forks.ts'
import { startBackgroundWork } from './worker.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** What a process does: answer requests, work in the background, or both. */
export type ProcessRole = 'all' | 'web' | 'worker'

type Process = {
  config: Config
  databaseUrl: string
  logger: Logger
  metrics: Metrics
  storage: Storage
  parts: RunningParts
}

/** The first process: database, schema, owner, then background work and web, here or in forks. */
export async function runPrimary(config: Config, role: ProcessRole): Promise<void> {
  const logger = createLogger(config)
  const parts = new RunningParts()
  stopOnSignal(async (signal) => {
    say(`${signal}: stopping`)
    await parts.stop()
  })

  const database = await openDatabase(config, { purpose: 'npm start', address: config.PUBLIC_URL, say })
  parts.database(database)
  await prepareSchema(database, say)
  const storage = createStorage(config)
  parts.tool(async () => storage.close())
  const here = { config, databaseUrl: database.url, logger, metrics: createMetrics(), storage, parts }
  const isForking = role !== 'worker' && config.WEB_CONCURRENCY > 1

  if (role !== 'worker') await buildWebApp(say)
  const auth = createAuthHere(here)
  await introduceOwner(config, auth)
  if (role !== 'web') await workHere(here, auth)
  if (role !== 'worker')
    parts.work(isForking ? await forkWebs(config, database.url) : await serveHere(here, auth))

  const forks = new AggregatorRegistry()
  const read = () => (isForking ? forks.clusterMetrics() : here.metrics.registry.metrics())
  parts.work(await serveMetricsWhereFree(config, read, logger))
  if (role === 'worker') say('Ready: working in the background.')
  else {
    say(`Ready: ${config.PUBLIC_URL}  (API documentation: ${config.PUBLIC_URL}/api/docs/)`)
    await inviteOwner(config, auth)
  }
}

/** The web's connections, and who signs in. */
function createAuthHere({ config, databaseUrl, logger, metrics, parts }: Process): AuthContext {
  const pool = createWebPool(config, databaseUrl, logger)
  metrics.observePool('web', pool)
  const auth = createAuth(config, pool)
  parts.tool(() => auth.passwords.close())
  parts.tool(() => pool.end())
  return auth
}

async function serveHere({ config, databaseUrl, logger, metrics, storage }: Process, auth: AuthContext) {
  return startWeb({ config, logger, metrics, auth, storage, databaseUrl })
}

async function workHere(
  { config, databaseUrl, logger, metrics, storage, parts }: Process,
  auth: AuthContext,
) {
  const pools = {
    queue: createQueuePool(databaseUrl, logger),
    jobs: createJobPool(databaseUrl, logger),
    schedules: createWorkPool(databaseUrl, logger),
  }
  for (const [name, pool] of Object.entries(pools)) {
    metrics.observePool(name, pool)
    parts.tool(() => pool.end())
  }
  const db = createDb(pools.jobs)
  const mailer = createMailer(config, db)
  parts.tool(async () => mailer.close())
  parts.work(
    await startBackgroundWork({
      queue: pools.queue,
      scheduleDb: createDb(pools.schedules),
      auth: { ...auth, db },
      mailer,
      storage,
      publicUrl: config.PUBLIC_URL,
      logger,
    }),
  )
}

async function introduceOwner(config: Config, auth: AuthContext): Promise<void> {
  const { OWNER_EMAIL, secrets } = config
  if (OWNER_EMAIL && secrets.OWNER_PASSWORD) {
    const made = await ensureOwner(auth, { email: OWNER_EMAIL, password: secrets.OWNER_PASSWORD })
    if (made) say(`Made the owner's account of ${OWNER_EMAIL}`)
  }
}

/** The link goes nowhere else: not into the log, not into the database. */
async function inviteOwner({ PUBLIC_URL }: Config, auth: AuthContext): Promise<void> {
  const link = await findSetupLink(auth, PUBLIC_URL)
  if (link) say(`Nobody owns this store yet. Set it up here, once: ${link}`)
}
