import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import { AppError } from '../../../platform/errors.ts'

/**
 * Guards one account against guessing from many addresses, whether the account exists or not, so that nothing tells
 * them apart. Every try counts before its password is compared, a right one clears the count. After 20 wrong ones in a
 * row each next try must wait longer, up to a minute; after 100 only a new password by mail opens the account again
 * (NIST SP 800-63B-4, 3.2.2). Open sessions are not touched.
 */
const freeTries = 20
const mostTries = 100

const key = (email: string) => sql<Buffer>`sha256(convert_to(email_key(${email}), 'UTF8'))`
const waitAfter = (failures: ReturnType<typeof sql.ref>) =>
  sql`make_interval(secs => least(60, power(2, least(30, ${failures} - ${freeTries}))))`

/** Counts a try, or refuses it with `throttled`; of any number at once, no more get through than are left. */
export async function countAttempt(db: Db, email: string): Promise<void> {
  const failures = sql.ref('attempts.failures')
  const { rows } = await sql`
    insert into sign_in_attempts as attempts (email_hash, failures) values (${key(email)}, 1)
    on conflict (email_hash) do update set failures = attempts.failures + 1, last_tried_at = clock_timestamp()
      where attempts.failures < ${freeTries}
        or (attempts.failures < ${mostTries}
          and attempts.last_tried_at + ${waitAfter(failures)} <= clock_timestamp())
    returning failures`.execute(db)
  if (rows.length > 0) return
  throw new AppError(
    'throttled',
    'Too many wrong passwords. Wait a minute, or choose a new password by email.',
    {
      retryAfterSeconds: 60,
    },
  )
}

/** The password was right, or is new: counting begins again. */
export async function clearAttempts(db: Db, email: string): Promise<void> {
  await sql`delete from sign_in_attempts where email_hash = ${key(email)}`.execute(db)
}

/** Forgets what was tried on addresses half a year ago. */
export async function forgetOldAttempts(db: Db): Promise<void> {
  await sql`delete from sign_in_attempts where last_tried_at < now() - interval '180 days'`.execute(db)
}
