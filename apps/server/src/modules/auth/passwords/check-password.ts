import type { Db } from '../../../platform/db/db.ts'
import { FieldErrors } from '../../../platform/errors.ts'
import type { AuthContext } from '../context.ts'
import { findPasswordHash } from './credentials.queries.ts'
import { type PasswordOwner, passwordFaults } from './password.rules.ts'
import { clearAttempts, countAttempt } from './sign-in-attempts.ts'

/** Refuses a new password that breaks the rules or was not typed the same way twice, under the name of its field. */
export function checkNewPassword(
  field: string,
  password: string,
  confirmation: string,
  owner: PasswordOwner,
): void {
  const faults = passwordFaults(password, owner)
  if (faults.length === 0 && password !== confirmation) faults.push("Password fields didn't match.")
  if (faults.length > 0) throw new FieldErrors({ [field]: faults })
}

/** Refuses, under the name of its field, a password that is not the one of this customer; guessing is counted as at sign-in. */
export async function checkOwnPassword(
  { db, passwords }: Pick<AuthContext, 'passwords'> & { db: Db },
  customer: { id: string; email: string },
  field: string,
  password: string,
): Promise<void> {
  await countAttempt(db, customer.email)
  if (!(await passwords.verify(password, await findPasswordHash(db, customer.id))))
    throw new FieldErrors({ [field]: ['This is not your password.'] })
  await clearAttempts(db, customer.email)
}
