import type { Config } from './config.ts'
import type { Db } from './platform/db/db.ts'
import type { Limits } from './platform/http/guard.ts'
import { createExactLimiter, createLeasingLimiter, type LeasingLimiter } from './platform/limits/limiter.ts'

/** How often somebody may ask, as it is configured; the leasing ones have something to give back now and then. */
export function createLimits(db: Db, config: Config): { limits: Limits; leasing: LeasingLimiter[] } {
  const leasing = {
    anonymous: createLeasingLimiter(db, 'anonymous', config.THROTTLE_ANON),
    customer: createLeasingLimiter(db, 'customer', config.THROTTLE_USER),
    staff: createLeasingLimiter(db, 'staff', config.THROTTLE_STAFF),
  }
  const exact = {
    login: createExactLimiter(db, 'login', config.THROTTLE_LOGIN),
    register: createExactLimiter(db, 'register', config.THROTTLE_REGISTER),
  }
  return { limits: { ...leasing, ...exact }, leasing: Object.values(leasing) }
}
