import cluster from 'node:cluster'
import { once } from 'node:events'
import { AggregatorRegistry } from 'prom-client'
import type { Config } from './config.ts'
import { type Database, openDatabase, prepareSchema } from './database.ts'
import { type AuthContext, ensureOwner, hasOwner } from './modules/auth/index.ts'
import { createAuth, createMailer, createWebPool, createWorkPool } from './parts.ts'
import { createLogger } from './platform/logging.ts'
import { createMetrics } from './platform/metrics.ts'
import { secretKey } from './secret-key.ts'
import { serveMetricsWhereFree } from './serve-metrics.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { startWeb } from './web.ts'
import { startBackgroundWork } from './worker.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** What a process does: answer requests, work in the background, or both. */
export type ProcessRole = 'all' | 'web' | 'worker'

type Part = { stop(): Promise<unknown> }

/** The first process: database, schema, owner, then background work and web, here or in forks. */
export async function runPrimary(config: Config, role: ProcessRole): Promise<void> {
  const logger = createLogger(config)
  // Stopped in the reverse order of their start.
  const parts: Part[] = []
  stopOnSignal(async (signal) => {
    say(`${signal}: stopping`)
    for (const part of parts.toReversed()) await part.stop()
  })

  const database = await openDatabase(config, { purpose: 'npm start', address: config.PUBLIC_URL, say })
  parts.push(database)
  await prepareSchema(database, say)

  const pool =
    role === 'web' ? createWebPool(config, database.url, logger) : createWorkPool(database.url, logger)
  const auth = createAuth(config, pool)
  parts.push({ stop: () => pool.end() }, { stop: () => auth.passwords.close() })
  await introduceOwner(config, auth)

  const metrics = createMetrics()
  metrics.observePool(role === 'web' ? 'web' : 'worker', pool)
  if (role !== 'web') {
    const mailer = createMailer(config, auth.db)
    parts.push({ stop: async () => mailer.close() })
    parts.push(await startBackgroundWork({ pool, auth, mailer, publicUrl: config.PUBLIC_URL, logger }))
  }

  const isForking = role !== 'worker' && config.WEB_CONCURRENCY > 1
  if (role !== 'worker') parts.push(isForking ? await forkWebs(config, database) : await serveHere())
  const forks = new AggregatorRegistry()
  parts.push(
    await serveMetricsWhereFree(
      config,
      () => (isForking ? forks.clusterMetrics() : metrics.registry.metrics()),
      logger,
    ),
  )
  if (role !== 'worker')
    say(`Ready: ${config.PUBLIC_URL}  (API documentation: ${config.PUBLIC_URL}/api/docs/)`)
  else say('Ready: working in the background.')

  async function serveHere(): Promise<Part> {
    const webPool = role === 'web' ? pool : createWebPool(config, database.url, logger)
    if (webPool !== pool) {
      metrics.observePool('web', webPool)
      parts.push({ stop: () => webPool.end() })
    }
    const webAuth = webPool === pool ? auth : { ...auth, db: createAuth(config, webPool).db }
    return startWeb({ config, logger, metrics, auth: webAuth, databaseUrl: database.url })
  }
}

async function introduceOwner(config: Config, auth: AuthContext): Promise<void> {
  const { OWNER_EMAIL, secrets } = config
  if (OWNER_EMAIL && secrets.OWNER_PASSWORD) {
    const made = await ensureOwner(auth, { email: OWNER_EMAIL, password: secrets.OWNER_PASSWORD })
    if (made) say(`Made the owner's account of ${OWNER_EMAIL}`)
  } else if (!(await hasOwner(auth.db))) {
    say('There is no owner yet. Make one with: npm run crm -- create-owner --email you@example.com')
  }
}

/** Forks share the port; one that dies is replaced. */
async function forkWebs(config: Config, database: Database): Promise<Part> {
  let isStopping = false
  const start = async () => {
    const fork = cluster.fork({ DATABASE_URL: database.url, DB_HOST: '', SECRET_KEY: secretKey(config) })
    fork.once('exit', () => {
      if (!isStopping) setTimeout(() => void start(), 500)
    })
    await Promise.race([once(fork, 'listening'), once(fork, 'exit')])
  }
  await Promise.all(Array.from({ length: config.WEB_CONCURRENCY }, start))

  return {
    async stop() {
      isStopping = true
      const forks = Object.values(cluster.workers ?? {}).filter((fork) => fork !== undefined)
      await Promise.all(
        forks.map((fork) => {
          const ended = once(fork, 'exit')
          fork.process.kill('SIGTERM')
          return ended
        }),
      )
    },
  }
}
