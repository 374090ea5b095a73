import { setTimeout as wait } from 'node:timers/promises'
import { isUnavailable } from '../db/database-errors.ts'
import type { Db } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { type Quota, returnQuota, takeQuota, type UsedGrant } from './quota.ts'

/** Counts one use for the key, or refuses with `throttled`. Returns nothing where it need not wait. */
export type Limiter = { take(key: string): Promise<void> | undefined }

export const unlimited: Limiter = { take: () => undefined }

const throttled = (retryAfterMs: number) => {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000))
  return new AppError('throttled', `Request was throttled. Expected available in ${seconds} seconds.`, {
    retryAfterSeconds: seconds,
  })
}

/** Counts every use in the database before it is allowed: for sign-in and registration. Closed when the database is away. */
export function createExactLimiter(db: Db, name: string, quota: Quota | null): Limiter {
  if (!quota) return unlimited
  return {
    async take(key) {
      const { granted, retryAfterMs } = await takeQuota(db, `${name}:${key}`, quota)
      if (granted === 0) throw throttled(retryAfterMs)
    },
  }
}

/** How long a request waits to be counted: then the database counts as away. */
const patienceMs = 500

type Lease = {
  left: number
  granted: number
  grant_id: number | null
  wanted: number
  endsAt: number
  refusedUntil: number
  renewal: Promise<void> | undefined
}

export type LeasingLimiter = Limiter & {
  /** Gives back what was fetched and lies unused: now and then, and before the process ends. */
  settle(all?: boolean): Promise<void>
}

/**
 * Fetches uses from the database a few at a time, more when they go quickly, and hands them out from memory.
 * All processes together never allow more than the limit. Open when the database is away: reads must not depend on it.
 */
export function createLeasingLimiter(db: Db, name: string, quota: Quota | null): LeasingLimiter {
  if (!quota) return { ...unlimited, settle: async () => {} }
  return new Leases(db, name, quota)
}

class Leases implements LeasingLimiter {
  readonly #db: Db
  readonly #name: string
  readonly #quota: Quota
  readonly #heldForMs: number
  readonly #most: number
  readonly #leases = new Map<string, Lease>()
  /** Of leases that ended, until the database knows. */
  #unreturned: UsedGrant[] = []
  #openUntil = 0

  constructor(db: Db, name: string, quota: Quota) {
    this.#db = db
    this.#name = name
    this.#quota = quota
    this.#heldForMs = Math.max(1_000, quota.windowMs / 60)
    this.#most = Math.max(1, Math.floor(quota.limit / 20))
  }

  take(key: string): Promise<void> | undefined {
    const now = performance.now()
    const lease = this.#leases.get(key)
    if (lease && lease.left > 0 && now < lease.endsAt) {
      lease.left -= 1
      return undefined
    }
    if (lease && now < lease.refusedUntil) throw throttled(lease.refusedUntil - now)
    if (now < this.#openUntil) return undefined
    return this.#renewAndTake(key)
  }

  async #renewAndTake(key: string): Promise<void> {
    const lease = this.#leases.get(key) ?? {
      left: 0,
      granted: 0,
      grant_id: null,
      wanted: 1,
      endsAt: 0,
      refusedUntil: 0,
      renewal: undefined,
    }
    this.#leases.set(key, lease)
    lease.renewal ??= this.#renew(key, lease).finally(() => {
      lease.renewal = undefined
    })
    const isAnswered = await Promise.race([lease.renewal.then(() => true), patience()])
    if (isAnswered) await this.take(key)
  }

  async #renew(key: string, lease: Lease): Promise<void> {
    const now = performance.now()
    const unused = lease.left
    // Used up in time: the next one may be larger. Otherwise start small again and give the rest back.
    lease.wanted = unused === 0 && now < lease.endsAt ? Math.min(lease.wanted * 2, this.#most) : 1
    try {
      await returnQuota(this.#db, unusedOf(lease))
      lease.left = 0
      const grant = await takeQuota(this.#db, `${this.#name}:${key}`, this.#quota, {
        wanted: lease.wanted,
        heldForMs: this.#heldForMs,
      })
      lease.left = grant.granted
      lease.granted = grant.granted
      lease.grant_id = grant.grant_id
      lease.endsAt = now + this.#heldForMs
      if (grant.granted === 0) lease.refusedUntil = performance.now() + grant.retryAfterMs
    } catch (error) {
      if (!isUnavailable(error)) throw error
      this.#openUntil = performance.now() + 1_000
    }
  }

  async settle(all = false): Promise<void> {
    const now = performance.now()
    const ended = [...this.#leases].filter(
      ([, lease]) => !lease.renewal && (all || (now >= lease.endsAt && now >= lease.refusedUntil)),
    )
    for (const [key, lease] of ended) {
      this.#leases.delete(key)
      this.#unreturned.push(...unusedOf(lease))
    }
    const sent = new Set(this.#unreturned)
    await returnQuota(this.#db, [...sent])
    this.#unreturned = this.#unreturned.filter((grant) => !sent.has(grant))
  }
}

const unusedOf = ({ grant_id, granted, left }: Lease): UsedGrant[] =>
  grant_id !== null && left > 0 ? [{ grant_id, used: granted - left }] : []

async function patience(): Promise<false> {
  await wait(patienceMs, undefined, { ref: false })
  // An answer that lay waiting while this process was busy is read first.
  await new Promise((resolve) => setImmediate(resolve))
  return false
}
