import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { type Db, queryBuilder } from '../../platform/db/db.ts'
import { prepare } from '../../platform/db/prepared.ts'
import { unhurried } from '../../platform/db/unhurried.ts'
import { eventIn, eventValues } from '../audit/index.ts'
import { touchedLastLogin } from '../customers/index.ts'
import { type Attempt, attemptValues, clearing, counting } from './passwords/sign-in-attempts.ts'
import { type Device, isNewDevice, sessionFor } from './sessions/sessions.queries.ts'
import type { SessionStep } from './sessions/token-signer.ts'

/**
 * A sign-in asks the database twice, before and after the password is compared: each question costs as much time of a
 * core as a fiftieth of the comparison.
 */

export type SignInFacts = {
  id: string
  email: string
  full_name: string
  is_verified: boolean
  is_staff: boolean
  is_active: boolean
  total_purchases: number
  loyalty_points: number
  password_hash: string | null
  has_second_factor: boolean
}

type Begun = { [Fact in keyof SignInFacts]: SignInFacts[Fact] | null }

const begin = prepare<Begun, [...attempt: ReturnType<typeof attemptValues>, email: string]>(
  'begin_sign_in',
  sql<Begun>`
    with ${counting}
    select customers.id, email, full_name, is_verified, is_staff, is_active, total_purchases, loyalty_points, password_hash,
      second_factors.confirmed_at is not null as has_second_factor,
      ${unhurried}
    from counted
    left join customers on email_key = email_key(${''}) and trashed_at is null
    left join credentials on credentials.customer_id = customers.id
    left join second_factors on second_factors.customer_id = customers.id`.compile(queryBuilder),
)

/**
 * Counts a try and finds what it is decided on, by address in any letter case. `isCounted` is false when the try is one
 * too many.
 */
export async function beginSignIn(
  db: Db,
  attempt: Attempt,
): Promise<{ isCounted: boolean; facts: SignInFacts | undefined }> {
  const { rows } = await begin(db, ...attemptValues(attempt), attempt.email)
  const isKnown = (row: Begun): row is SignInFacts => row.id !== null
  return { isCounted: rows.length > 0, facts: rows.find(isKnown) }
}

// The row of the password is locked too: only so is the newest one compared, should somebody have changed it meanwhile.
const complete = prepare<SessionStep, (string | null)[]>(
  'complete_sign_in',
  sql<SessionStep>`
    with account as (
      select customers.id from customers join credentials on customer_id = customers.id
      where customers.id = ${''} and email_key = email_key(${''}) and is_active and trashed_at is null
        and password_hash = ${''}
        and (${''}::boolean or not exists (
          select from second_factors where second_factors.customer_id = customers.id and confirmed_at is not null))
      for no key update
    ),
    touched as (${touchedLastLogin('account')}),
    session as (${sessionFor('touched')}),
    event as (${eventIn('auth.logged_in', 'touched', isNewDevice('touched'))}),
    ${clearing(sql`exists (select from session)`)}
    select session_id, generation, rotated_at_seconds from session`.compile(queryBuilder),
)

export type SignIn = {
  session_id: string
  customer_id: string
  compared_hash: string
  /** Whether a code of the second step was right; without one only an account without a second step is let in. */
  isProvenTwice: boolean
  attempt: Attempt
  device: Device
  actor: Actor
}

/**
 * Opens the session, records it and lets counting begin again, all or nothing. Undefined when somebody has changed the
 * password or the address, turned a second step on, or switched the account off, since they were compared.
 */
export async function completeSignIn(db: Db, given: SignIn): Promise<SessionStep | undefined> {
  const { session_id, customer_id, compared_hash, isProvenTwice, attempt, device, actor } = given
  const { rows } = await complete(
    db,
    ...[customer_id, attempt.email, compared_hash, String(isProvenTwice)],
    ...[session_id, device.device, device.address],
    ...eventValues({ ...actor, id: customer_id }, { name: 'auth.logged_in', customer_id }),
    device.device,
    ...attemptValues(attempt),
  )
  return rows[0]
}
