import { type Config, ConfigError } from './config.ts'
import type { Logger } from './platform/logging.ts'
import { serveMetrics } from './platform/metrics.ts'

const defaultPort = 9464

/** Metrics on their port. The usual one may be taken by another server here, and then there are none; one that was set must be free. */
export async function serveMetricsWhereFree(
  { METRICS_PORT }: Pick<Config, 'METRICS_PORT'>,
  read: () => Promise<string>,
  logger: Logger,
): Promise<{ stop(): Promise<void> }> {
  try {
    const server = await serveMetrics(read, METRICS_PORT ?? defaultPort, '127.0.0.1')
    return {
      async stop() {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      },
    }
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken) throw error
    if (METRICS_PORT !== undefined)
      throw new ConfigError([`METRICS_PORT: something else listens on ${METRICS_PORT} already`])
    logger.info(`port ${defaultPort} is taken: no metrics from this server; set METRICS_PORT for some`)
    return { stop: async () => {} }
  }
}
