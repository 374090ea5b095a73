import { AggregatorRegistry } from 'prom-client'
import { type Config, databaseUrl } from './config.ts'
import { createAuth, createStorage, createWebPool } from './parts.ts'
import { invariant } from './platform/errors.ts'
import { createLogger } from './platform/logging.ts'
import { createMetrics } from './platform/metrics.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { startWeb } from './web.ts'

/** One of several web processes: everything it needs was prepared by the first. */
export async function runWebFork(config: Config): Promise<void> {
  const url = databaseUrl(config)
  invariant(url, 'the first process says where the database is')
  const logger = createLogger(config)
  const metrics = createMetrics()
  AggregatorRegistry.setRegistries(metrics.registry)
  // Being made is what makes it answer when the first process asks for our numbers.
  new AggregatorRegistry()
  const pool = createWebPool(config, url, logger)
  metrics.observePool('web', pool)
  const auth = createAuth(config, pool)
  const storage = createStorage(config)
  const web = await startWeb({ config, logger, metrics, auth, storage, databaseUrl: url })
  stopOnSignal(async () => {
    await web.stop()
    await auth.passwords.close()
    storage.close()
    await pool.end()
  })
}
