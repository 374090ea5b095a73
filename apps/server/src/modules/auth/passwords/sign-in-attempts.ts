import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import { deleteInBatches } from '../../../platform/db/delete-in-batches.ts'
import { AppError } from '../../../platform/errors.ts'
import { callerKey } from '../../../platform/http/principal.ts'

/**
 * Guards one account against guessing, whether it exists or not, so that nothing tells them apart. Every try counts
 * before its password is compared; a right one clears the count.
 *
 * From one network, after 20 wrong ones in a row each next try must wait longer, up to a minute, and after 40 that
 * network needs a new password by mail. So nobody can shut the owner out from one place: from elsewhere the account
 * stays open, until 100 wrong ones in a row came from everywhere (NIST SP 800-63B-4, 3.2.2). Open sessions go on.
 */
const freeTries = 20
const mostTriesOfNetwork = 40
const mostTries = 100

/** Whose password is tried, and from which network address. */
export type Attempt = { email: string; address: string }

const hashOf = (...parts: ReturnType<typeof sql>[]) =>
  sql`sha256(convert_to(concat_ws(chr(10), ${sql.join(parts)}), 'UTF8'))`
const ofAccount = ({ email }: Attempt) => hashOf(sql`email_key(${email})`)
const ofNetwork = ({ email, address }: Attempt) =>
  hashOf(sql`email_key(${email})`, sql`${callerKey(address)}::text`)

/** Counts a try, or refuses it with `throttled`; of any number at once, no more get through than are left. */
export async function countAttempt(db: Db, attempt: Attempt): Promise<void> {
  const { rows } = await sql`
    with from_network as (
      insert into sign_in_attempts as attempts (email_hash, failures) values (${ofNetwork(attempt)}, 1)
      on conflict (email_hash) do update set failures = attempts.failures + 1, last_tried_at = clock_timestamp()
        where attempts.failures < ${freeTries}
          or (attempts.failures < ${mostTriesOfNetwork} and attempts.last_tried_at
            + make_interval(secs => least(60, power(2, attempts.failures - ${freeTries}))) <= clock_timestamp())
      returning 1
    )
    insert into sign_in_attempts as attempts (email_hash, failures) select ${ofAccount(attempt)}, 1 from from_network
    on conflict (email_hash) do update set failures = attempts.failures + 1, last_tried_at = clock_timestamp()
      where attempts.failures < ${mostTries}
    returning 1`.execute(db)
  if (rows.length > 0) return
  throw new AppError(
    'throttled',
    'Too many wrong passwords. Wait a minute, or choose a new password by email.',
    { retryAfterSeconds: 60 },
  )
}

/** The password was right, or is new: counting begins again. The rows are locked in the order in which a try counts. */
export async function clearAttempts(db: Db, attempt: Attempt): Promise<void> {
  for (const hash of [ofNetwork(attempt), ofAccount(attempt)])
    await sql`delete from sign_in_attempts where email_hash = ${hash}`.execute(db)
}

/** Forgets what was tried on addresses half a year ago. */
export const forgetOldAttempts = (db: Db): Promise<number> =>
  deleteInBatches(db, {
    from: 'sign_in_attempts',
    key: 'email_hash',
    where: sql`last_tried_at < now() - interval '180 days'`,
    oldestBy: 'last_tried_at',
  })
