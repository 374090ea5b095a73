import type { Tokens } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import { recordEvent } from '../audit/index.ts'
import { getCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { revokeTokens } from './one-time-tokens.ts'
import { checkNewPassword, checkOwnPassword } from './passwords/check-password.ts'
import { savePasswordHash } from './passwords/credentials.queries.ts'
import { openSession } from './sessions/open-session.ts'
import { type Device, endSessions } from './sessions/sessions.queries.ts'

type PasswordChange = { old_password: string; new_password: string; new_password_confirm: string }

/** Sets a new password for who knows the old one. All sessions end, on this device a fresh one begins. */
export async function changePassword(
  context: AuthContext,
  actor: Actor,
  customer_id: string,
  { old_password, new_password, new_password_confirm }: PasswordChange,
  device: Device,
): Promise<Tokens> {
  const { db, passwords, tokens } = context
  const customer = await getCustomer(db, customer_id)
  await checkOwnPassword(context, customer, 'old_password', old_password)
  checkNewPassword('new_password', new_password, new_password_confirm, customer)
  const password_hash = await passwords.hash(new_password)

  return db.transaction().execute(async (tx) => {
    await savePasswordHash(tx, customer_id, password_hash)
    await revokeTokens(tx, customer_id, ['reset_password', 'claim_account', 'change_email'])
    await endSessions(tx, customer_id, 'password_changed')
    await recordEvent(tx, actor, { name: 'auth.password_changed', customer_id })
    return openSession(tx, tokens, customer_id, device)
  })
}
