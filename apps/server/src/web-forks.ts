import cluster from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from './config.ts'
import type { Part } from './running-parts.ts'
import { secretKey } from './secret-key.ts'

const replaceAfterMs = 500

/** Several web processes that share the port; one that dies is replaced. */
export async function forkWebs(config: Config, databaseUrl: string): Promise<Part> {
  let isStopping = false
  const start = async () => {
    const fork = cluster.fork({ DATABASE_URL: databaseUrl, DB_HOST: '', SECRET_KEY: secretKey(config) })
    fork.once('exit', async () => {
      if (!isStopping) await wait(replaceAfterMs)
      if (!isStopping) await start()
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
