import type { StoreSetup, Tokens } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { AppError, FieldErrors } from '../../platform/errors.ts'
import { lockStore, writeStore } from '../store/index.ts'
import type { AuthContext } from './context.ts'
import { hasOwner } from './ensure-owner.ts'
import { makeOwner } from './make-owner.ts'
import { checkNewPassword } from './passwords/check-password.ts'
import { openFirstSession } from './sessions/open-session.ts'
import type { Device } from './sessions/sessions.queries.ts'
import { isSetupToken } from './setup-link.ts'

/** Makes ready what takes long; what it returns brings the made-up people in, with everything else or not at all. */
export type PrepareDemo = () => Promise<(tx: Tx) => Promise<void>>

/** Without `prepareDemo` no made-up people are to be had. */
export type SetupContext = AuthContext & { prepareDemo?: PrepareDemo }

export const notTheSetupLink = () =>
  new AppError(
    'not_found',
    'This link does not work. While nobody owns the store, each start of the server prints the one that does.',
  )

/**
 * The first run: makes the owner, verified and signed in, and writes what the store says of itself, all or nothing.
 * Works once: `conflict` where there is an owner, `not_found` for another token. Throws field errors.
 */
export async function setUpStore(
  context: SetupContext,
  by: { actor: Actor; device: Device },
  given: StoreSetup,
): Promise<Tokens> {
  const { db, passwords, prepareDemo } = context
  if (!(await isSetupToken(context, given.token))) throw notTheSetupLink()
  if (await hasOwner(db)) throw ownedAlready()
  if (given.demo && !prepareDemo) throw noDemoHere()
  await checkNewPassword('password', given.password, given.password_confirm, given)

  const password_hash = await passwords.hash(given.password)
  const addDemo = given.demo ? await prepareDemo?.() : undefined
  return db.transaction().execute(async (tx) => {
    const customer_id = await setUp(tx, by.actor, { ...given, password_hash })
    await addDemo?.(tx)
    return openFirstSession(tx, context.tokens, customer_id, by.device)
  })
}

async function setUp(tx: Tx, actor: Actor, given: StoreSetup & { password_hash: string }): Promise<string> {
  await lockStore(tx)
  // Asked again, now that nobody else is at it.
  if (await hasOwner(tx)) throw ownedAlready()
  const { email, password_hash, first_name, last_name, language, time_zone, currency } = given
  const profile = { first_name, last_name, preferred_language: language }
  const id = await makeOwner(tx, actor, { email, password_hash, profile })
  const settings = { name: given.store_name, language, time_zone, currency }
  await writeStore(tx, { ...actor, id, role: 'owner' }, settings)
  return id
}

const ownedAlready = () => new AppError('conflict', 'This store has an owner already. Please sign in.')

const noDemoHere = () => new FieldErrors({ demo: ['Made-up people do not belong into production.'] })
