import { type RawBuilder, sql } from 'kysely'
import { type Db, queryBuilder } from '../../../platform/db/db.ts'
import { deleteInBatches } from '../../../platform/db/delete-in-batches.ts'
import { prepare } from '../../../platform/db/prepared.ts'
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

const hashOf = (...parts: RawBuilder<unknown>[]) =>
  sql`sha256(convert_to(concat_ws(chr(10), ${sql.join(parts)}), 'UTF8'))`
const ofAccount = hashOf(sql`email_key(${''})`)
const ofNetwork = hashOf(sql`email_key(${''})`, sql`${''}::text`)

/** Parts of a statement that count a try, for who knows [email, network, email]; `counted` has a row, or it is refused. */
export const counting = sql`
  from_network as (
    insert into sign_in_attempts as attempts (email_hash, failures) values (${ofNetwork}, 1)
    on conflict (email_hash) do update set failures = attempts.failures + 1, last_tried_at = clock_timestamp()
      where attempts.failures < ${sql.lit(freeTries)}
        or (attempts.failures < ${sql.lit(mostTriesOfNetwork)} and attempts.last_tried_at
          + make_interval(secs => least(60, power(2, attempts.failures - ${sql.lit(freeTries)}))) <= clock_timestamp())
    returning 1
  ),
  counted as (
    insert into sign_in_attempts as attempts (email_hash, failures) select ${ofAccount}, 1 from from_network
    on conflict (email_hash) do update set failures = attempts.failures + 1, last_tried_at = clock_timestamp()
      where attempts.failures < ${sql.lit(mostTries)}
    returning 1
  )`

type AttemptValues = [...network: [email: string, network: string], account: string]

/** What stands in the places of `counting` and `clearing`. */
export const attemptValues = ({ email, address }: Attempt): AttemptValues => [
  email,
  callerKey(address),
  email,
]

export const tooManyTries = () =>
  new AppError('throttled', 'Too many wrong passwords. Wait a minute, or choose a new password by email.', {
    retryAfterSeconds: 60,
  })

const count = prepare<unknown, AttemptValues>(
  'count_attempt',
  sql`with ${counting} select from counted`.compile(queryBuilder),
)

/** Counts a try, or refuses it with `throttled`; of any number at once, no more get through than are left. */
export async function countAttempt(db: Db, attempt: Attempt): Promise<void> {
  const { rows } = await count(db, ...attemptValues(attempt))
  if (rows.length === 0) throw tooManyTries()
}

/**
 * Parts of a statement that let counting begin again if so, for the same values. The second waits for the first, so
 * that the rows are locked in the order in which a try counts.
 */
export const clearing = (isDue: RawBuilder<unknown>) => sql`
  cleared_network as (delete from sign_in_attempts where ${isDue} and email_hash = ${ofNetwork} returning 1),
  cleared_account as (
    delete from sign_in_attempts
    where ${isDue} and (select count(*) from cleared_network) >= 0 and email_hash = ${ofAccount} returning 1
  )`

const clear = prepare<unknown, AttemptValues>(
  'clear_attempts',
  sql`with ${clearing(sql`true`)} select from cleared_account`.compile(queryBuilder),
)

/** The password was right, or is new: counting begins again. */
export async function clearAttempts(db: Db, attempt: Attempt): Promise<void> {
  await clear(db, ...attemptValues(attempt))
}

/** Forgets what was tried on addresses half a year ago. */
export const forgetOldAttempts = (db: Db): Promise<number> =>
  deleteInBatches(db, {
    from: 'sign_in_attempts',
    key: 'email_hash',
    where: sql`last_tried_at < now() - interval '180 days'`,
    oldestBy: 'last_tried_at',
  })
