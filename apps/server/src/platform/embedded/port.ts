import { createHash } from 'node:crypto'
import { createServer } from 'node:net'

const FIRST = 15_000
const COUNT = 10_000
const TRIES = 100

/**
 * Finds a free port, usually the same one for the same folder. Below 32768: higher ones are lent to outgoing
 * connections, one of which could have ours just when PostgreSQL comes back after a crash.
 */
export async function findFreePort(folder: string, attempt: number): Promise<number> {
  const start = createHash('sha256').update(folder).digest().readUInt32BE() + attempt
  for (let step = 0; step < TRIES; step++) {
    const port = FIRST + ((start + step) % COUNT)
    if (await isFree(port)) return port
  }
  throw new Error(
    `None of ${TRIES} ports of 127.0.0.1 from ${FIRST + (start % COUNT)} is free for the database.`,
  )
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
