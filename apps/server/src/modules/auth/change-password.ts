import type { Tokens } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import { checkTogether } from '../../platform/check-together.ts'
import { recordEvent } from '../audit/index.ts'
import { getCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { revokeTokens } from './one-time-tokens.ts'
import { checkNewPassword, checkOwnPassword, notYourPassword } from './passwords/check-password.ts'
import { findPasswordHash, lockAccount, savePasswordHash } from './passwords/credentials.queries.ts'
import { openSession } from './sessions/open-session.ts'
import { type Device, endSessions } from './sessions/sessions.queries.ts'

type PasswordChange = { old_password: string; new_password: string; new_password_confirm: string }

/**
 * Refuses what is wrong with either password, as far as it is given, with all the faults at once. Returns the hash that
 * the old one was compared with.
 */
export async function checkPasswordChange(
  context: AuthContext,
  actor: Actor,
  customer_id: string,
  { old_password, new_password, new_password_confirm = new_password }: Partial<PasswordChange>,
): Promise<string | undefined> {
  const customer = await getCustomer(context.db, customer_id)
  const own = { customer, field: 'old_password', password: old_password ?? '' }
  const [compared_hash] = await checkTogether([
    old_password === undefined ? undefined : checkOwnPassword(context, actor, own),
    new_password === undefined
      ? undefined
      : checkNewPassword('new_password', new_password, new_password_confirm ?? '', customer),
  ])
  return compared_hash
}

/**
 * Sets a new password for who knows the old one. All sessions end, on this device a fresh one begins. No code is asked
 * for: the second step stays on, so who only learned the password gains nothing by changing it.
 */
export async function changePassword(
  context: AuthContext,
  actor: Actor,
  customer_id: string,
  change: PasswordChange,
  device: Device,
): Promise<Tokens> {
  const { db, passwords, tokens } = context
  const compared_hash = await checkPasswordChange(context, actor, customer_id, change)
  const password_hash = await passwords.hash(change.new_password)

  return db.transaction().execute(async (tx) => {
    await lockAccount(tx, customer_id)
    // Somebody may have set another one while this one was hashed: whoever did knew it later than we.
    if ((await findPasswordHash(tx, customer_id)) !== compared_hash) throw notYourPassword('old_password')
    await savePasswordHash(tx, customer_id, password_hash)
    await revokeTokens(tx, customer_id, ['reset_password', 'claim_account', 'change_email'])
    await endSessions(tx, customer_id, 'password_changed')
    await recordEvent(tx, actor, { name: 'auth.password_changed', customer_id })
    return openSession(tx, tokens, customer_id, device)
  })
}
