import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import type { AuthContext } from './context.ts'
import { savePasswordHash } from './passwords/credentials.queries.ts'
import { tooManyTries } from './passwords/sign-in-attempts.ts'
import { tokenPair } from './sessions/open-session.ts'
import type { Device } from './sessions/sessions.queries.ts'
import { beginSignIn, completeSignIn, type SignIn } from './sign-in.queries.ts'

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
  const { isCounted, facts } = await beginSignIn(db, attempt)
  if (!isCounted) throw tooManyTries()
  const stored = facts?.password_hash ?? undefined
  const isRight = await passwords.verify(password, stored)

  if (!facts || !stored || !isRight || !facts.is_active) {
    await db
      .transaction()
      .execute((tx) => recordEvent(tx, actor, { name: 'auth.login_failed', customer_id: facts?.id ?? null }))
    throw wrongCredentials()
  }

  const { password_hash: compared_hash, is_active: _, ...customer } = { ...facts, password_hash: stored }
  const signIn = { session_id: uuidv7(), customer_id: customer.id, compared_hash, attempt, device, actor }
  const step = isOurs(stored)
    ? await completeSignIn(db, signIn)
    : await completeWithNewHash(db, signIn, await passwords.hash(password))
  if (!step) throw wrongCredentials()
  return { customer, tokens: tokenPair(tokens, customer.id, step) }
}

const completeWithNewHash = (db: Db, signIn: SignIn, password_hash: string) =>
  db.transaction().execute(async (tx) => {
    const step = await completeSignIn(tx, signIn)
    if (step) await savePasswordHash(tx, signIn.customer_id, password_hash)
    return step
  })

const wrongCredentials = () => new AppError('invalid_credentials', 'Invalid credentials')

/** Whether a hash is of the kind and cost that we make now; others came over from the Django system. */
const isOurs = (hash: string) => hash.startsWith('$argon2id$v=19$m=47104,t=1,p=1$')
