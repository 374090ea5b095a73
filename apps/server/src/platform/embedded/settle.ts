import type { Place } from './place.ts'
import { isAlive, isServing, readPostmaster, untilEnded } from './postmaster.ts'

const FAST_SHUTDOWN_MS = 60_000
const IMMEDIATE_SHUTDOWN_MS = 10_000

/**
 * Ends a server that a killed process left on the folder. To be called by the holder of the data folder only: for it
 * any server there has lost its owner. Returns the number in postmaster.pid when an unrelated process has it now.
 */
export async function settle({ cluster }: Place): Promise<number | undefined> {
  const left = readPostmaster(cluster)
  if (!left) return undefined
  if (isServing(cluster, left.pid)) await endServer(cluster, left.pid)
  return isAlive(left.pid) && !isServing(cluster, left.pid) ? left.pid : undefined
}

/** Shuts a server down: politely to its transactions first, then at once (it recovers at the next start). */
export async function endServer(cluster: string, pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await untilEnded(cluster, pid, FAST_SHUTDOWN_MS)) return
  signal(pid, 'SIGQUIT')
  if (await untilEnded(cluster, pid, IMMEDIATE_SHUTDOWN_MS)) return
  throw new Error(`PostgreSQL (process ${pid}) on ${cluster} does not end: end it by hand and start again.`)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
