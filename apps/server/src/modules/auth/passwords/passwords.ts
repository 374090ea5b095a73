import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Piscina } from 'piscina'
import type { HashingTask } from './hashing.worker.ts'
import { Turns } from './turns.ts'

/** Hashes passwords away from the event loop, no more at once than there are cores, at a lower priority than answers. */
export type Passwords = {
  hash(password: string): Promise<string>
  /** Compares with a stored hash; with undefined it takes as long and is false. */
  verify(password: string, storedHash: string | undefined): Promise<boolean>
  close(): Promise<void>
}

/** How many may wait for each core: about half a second's worth. Who comes later is asked to come back. */
const queuePerThread = 10
/** A machine that has much else to do takes longer for them: nobody waits for a turn beyond this. */
const turnMs = 750

export function createPasswords({ threads = availableParallelism(), patienceMs = turnMs } = {}): Passwords {
  const turns = new Turns({ atOnce: threads, waiting: threads * queuePerThread, patienceMs })
  const pool = new Piscina<HashingTask, string | boolean>({
    filename: path.resolve(import.meta.dirname, 'hashing.worker.ts'),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 10_000,
    niceIncrement: 10,
    atomics: 'disabled',
  })
  const run = (task: HashingTask) => turns.take(() => pool.run(task))

  return {
    hash: async (password) => String(await run({ password })),
    verify: async (password, storedHash) => (await run({ password, storedHash: storedHash ?? '' })) === true,
    close: () => pool.close(),
  }
}
