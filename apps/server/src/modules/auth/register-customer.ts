import type { Registration, Tokens } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import { checkTogether } from '../../platform/check-together.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { recordEvent } from '../audit/index.ts'
import { type CustomerInsert, checkEmailIsFree, emailTaken, insertCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { mayMail } from './mails/mail-quota.ts'
import { issueToken, type TokenMaker } from './one-time-tokens.ts'
import { checkNewPassword } from './passwords/check-password.ts'
import { savePasswordHash } from './passwords/credentials.queries.ts'
import { clearAttempts } from './passwords/sign-in-attempts.ts'
import { openFirstSession } from './sessions/open-session.ts'
import type { Device } from './sessions/sessions.queries.ts'

/** Refuses what the rules and the database know of a registration, as far as it is given; with all its faults at once. */
export function checkRegistration(db: Db, fields: Partial<Registration>): Promise<unknown> {
  return checkTogether([checkEmailIsFree(db, fields.email), checkPasswordOf(fields)])
}

/** What is not given can't be compared with. */
async function checkPasswordOf({ email = '', password, ...fields }: Partial<Registration>): Promise<void> {
  if (password === undefined) return
  const { password_confirm = password } = fields
  await checkNewPassword('password', password, password_confirm, { email, ...fields })
}

/** Makes an account, signs its owner in and asks for the verification mail. Throws field errors. */
export async function registerCustomer(
  { db, passwords, tokens, makeToken }: AuthContext,
  actor: Actor,
  registration: Registration,
  device: Device,
) {
  // Asked before the costly hash; whether the address is free is asked again by the unique index.
  await checkRegistration(db, registration)
  const { password, password_confirm, ...fields } = registration
  const password_hash = await passwords.hash(password)
  await mayMail(db, 'verify_email', fields.email)
  return db.transaction().execute(async (tx) => {
    const customer = await register(tx, actor, fields, { password_hash, makeToken })
    const session: Tokens = await openFirstSession(tx, tokens, customer.id, device)
    await clearAttempts(tx, { email: customer.email, address: actor.address })
    return { customer, tokens: session }
  })
}

async function register(
  tx: Tx,
  actor: Actor,
  fields: Omit<CustomerInsert, 'id'>,
  { password_hash, makeToken }: { password_hash: string; makeToken: TokenMaker },
) {
  const customer = await insertCustomer(tx, { id: uuidv7(), ...fields })
  if (!customer) throw emailTaken()
  await savePasswordHash(tx, customer.id, password_hash)
  await issueToken(tx, makeToken, { purpose: 'verify_email', customer })
  await recordEvent(
    tx,
    { ...actor, id: customer.id },
    { name: 'customer.registered', customer_id: customer.id },
  )
  return customer
}
