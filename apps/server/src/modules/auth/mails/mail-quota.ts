import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import { takeQuota } from '../../../platform/limits/quota.ts'
import type { Purpose } from '../one-time-tokens.ts'

/** What anybody can have mailed to an address: three of a kind in an hour, however many ask (OWASP API4, API6). */
const quota = { limit: 3, windowMs: 3_600_000 }

/** Counts a mail of this kind to this address; false when it has had enough. The address is kept as a hash. */
export async function mayMail(db: Db, purpose: Purpose, email: string): Promise<boolean> {
  const address = sql`encode(sha256(convert_to(email_key(${email}), 'UTF8')), 'hex')`
  const { granted } = await takeQuota(db, sql`concat('mail:', ${purpose}::text, ':', ${address})`, quota)
  return granted > 0
}
