import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import type { AuthContext } from './context.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { tooManyTries } from './passwords/sign-in-attempts.ts'
import { tokenPair } from './sessions/open-session.ts'
import type { Device } from './sessions/sessions.queries.ts'
import { beginSignIn } from './sign-in.queries.ts'

type Login = { email: string; password: string; otp?: string | undefined }

/**
 * Signs in by address and password, and by a code where the account has a second step on. A wrong password, an unknown
 * address, an account without a password and one that is switched off all take one comparison and get one answer.
 */
export async function logIn(
  context: AuthContext,
  actor: Actor,
  { email, password, otp }: Login,
  device: Device,
) {
  const { db, passwords, tokens } = context
  const attempt = { email, address: actor.address }
  const { isCounted, facts } = await beginSignIn(db, attempt)
  if (!isCounted) throw tooManyTries()
  const compared_hash = facts?.password_hash ?? undefined
  const isRight = await passwords.verify(password, compared_hash)

  if (!facts || !compared_hash || !isRight || !facts.is_active) {
    const event = { name: 'auth.login_failed', customer_id: facts?.id ?? null } as const
    await db.transaction().execute((tx) => recordEvent(tx, actor, event))
    throw wrongCredentials()
  }

  const { password_hash: _, is_active: __, has_second_factor: isProvenTwice, ...customer } = facts
  const of = { session_id: uuidv7(), customer_id: customer.id, compared_hash, attempt, device, actor }
  const step = await finishSignIn(context, { ...of, isProvenTwice }, { password, otp })
  if (!step) throw wrongCredentials()
  return { customer, tokens: tokenPair(tokens, customer.id, step) }
}

const wrongCredentials = () => new AppError('invalid_credentials', 'Invalid credentials')
