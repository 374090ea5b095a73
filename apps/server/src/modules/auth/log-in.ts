import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { touchLastLogin } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import {
  findSignInFacts,
  lockAccount,
  type SignInFacts,
  savePasswordHash,
} from './passwords/credentials.queries.ts'
import { clearAttempts, countAttempt } from './passwords/sign-in-attempts.ts'
import { openSession } from './sessions/open-session.ts'
import type { Device } from './sessions/sessions.queries.ts'

/**
 * Signs in by address and password. A wrong password, an unknown address, an account without a password and one that
 * is switched off all take one comparison and get one answer.
 */
export async function logIn(
  context: AuthContext,
  actor: Actor,
  { email, password }: { email: string; password: string },
  device: Device,
) {
  const { db, passwords, tokens } = context
  const attempt = { email, address: actor.address }
  await countAttempt(db, attempt)
  const facts = await findSignInFacts(db, email)
  const stored = facts?.password_hash ?? undefined
  const isRight = await passwords.verify(password, stored)

  if (!facts || !stored || !isRight || !facts.is_active) {
    await db
      .transaction()
      .execute((tx) => recordEvent(tx, actor, { name: 'auth.login_failed', customer_id: facts?.id ?? null }))
    throw wrongCredentials()
  }

  const upgraded = isOurs(stored) ? undefined : await passwords.hash(password)
  const { password_hash: _, is_active: __, ...customer } = facts
  return db.transaction().execute(async (tx) => {
    if (!(await isStillSo(tx, email, facts))) throw wrongCredentials()
    if (upgraded) await savePasswordHash(tx, customer.id, upgraded)
    await touchLastLogin(tx, customer.id)
    const session = await openSession(tx, tokens, customer.id, device)
    await recordEvent(tx, { ...actor, id: customer.id }, { name: 'auth.logged_in', customer_id: customer.id })
    await clearAttempts(tx, attempt)
    return { customer, tokens: session }
  })
}

const wrongCredentials = () => new AppError('invalid_credentials', 'Invalid credentials')

/** Whether nobody changed the password or switched the account off while the password was compared. */
async function isStillSo(tx: Tx, email: string, { id, password_hash }: SignInFacts): Promise<boolean> {
  await lockAccount(tx, id)
  const now = await findSignInFacts(tx, email)
  return now?.id === id && now.is_active && now.password_hash === password_hash
}

/** Whether a hash is of the kind and cost that we make now; others came over from the Django system. */
const isOurs = (hash: string) => hash.startsWith('$argon2id$v=19$m=47104,t=1,p=1$')
