import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import { type Grant, takeQuota } from '../../../platform/limits/quota.ts'
import type { Purpose } from '../one-time-tokens.ts'

/** What anybody can have mailed to an address: three of a kind in an hour, however many ask (OWASP API4, API6). */
const quota = { limit: 3, windowMs: 3_600_000 }

/** Counts a mail of this kind to this address, and tells when the next may go if this one may not. The address is kept as a hash. */
export function takeMailQuota(db: Db, purpose: Purpose, email: string): Promise<Grant> {
  const address = sql`encode(sha256(convert_to(email_key(${email}), 'UTF8')), 'hex')`
  return takeQuota(db, sql`concat('mail:', ${purpose}::text, ':', ${address})`, quota)
}

/** The same for who is told nothing: false when the address has had enough. */
export async function mayMail(db: Db, purpose: Purpose, email: string): Promise<boolean> {
  const { granted } = await takeMailQuota(db, purpose, email)
  return granted > 0
}
