import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/db.ts'
import { FieldErrors } from '../../../platform/errors.ts'
import { recordEvent } from '../../audit/index.ts'
import { hasSecondFactor } from '../second-factor/second-factor.queries.ts'
import { findPasswordHash } from './credentials.queries.ts'
import { type PasswordOwner, passwordFaults } from './password.rules.ts'
import type { Passwords } from './passwords.ts'
import { clearAttempts, countAttempt } from './sign-in-attempts.ts'

/** Refuses a new password that breaks the rules or was not typed the same way twice, with every reason, under the name of its field. */
export async function checkNewPassword(
  field: string,
  password: string,
  confirmation: string,
  owner: PasswordOwner,
): Promise<void> {
  const faults = await passwordFaults(password, owner)
  if (password !== confirmation) faults.push("Password fields didn't match.")
  if (faults.length > 0) throw new FieldErrors({ [field]: faults })
}

export const notYourPassword = (field: string) => new FieldErrors({ [field]: ['This is not your password.'] })

type OwnPassword = { customer: { id: string; email: string }; field: string; password: string }

type Comparing = { db: Db; passwords: Passwords }

/**
 * Refuses, under the name of its field, a password that is not the one of this customer; guessing is counted as at
 * sign-in. Returns the hash that it was compared with.
 */
export async function checkOwnPassword(context: Comparing, actor: Actor, own: OwnPassword): Promise<string> {
  const stored = await compareOwnPassword(context, actor, own)
  const { id, email } = own.customer
  // Where there is a second step, a right password does not let guessing at its codes begin again.
  if (!(await hasSecondFactor(context.db, id)))
    await clearAttempts(context.db, { email, address: actor.address })
  return stored
}

/** The same, but the try goes on counting: for where more has to be proven. */
export async function compareOwnPassword(
  { db, passwords }: Comparing,
  actor: Actor,
  { customer: { id: customer_id, email }, field, password }: OwnPassword,
): Promise<string> {
  const attempt = { email, address: actor.address }
  await countAttempt(db, attempt)
  const stored = await findPasswordHash(db, customer_id)
  const isRight = await passwords.verify(password, stored)
  if (!stored || !isRight) {
    await db
      .transaction()
      .execute((tx) => recordEvent(tx, actor, { name: 'auth.login_failed', customer_id, detail: { field } }))
    throw notYourPassword(field)
  }
  return stored
}
