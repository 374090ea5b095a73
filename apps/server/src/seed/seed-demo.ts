import { type Passwords, savePasswordHash } from '../modules/auth/index.ts'
import { insertCustomer, insertNote } from '../modules/customers/index.ts'
import { markSetUp } from '../modules/store/index.ts'
import type { Db, Tx } from '../platform/db/db.ts'
import { FieldErrors } from '../platform/errors.ts'
import { demoCast, demoPassword } from './demo-cast.ts'
import { demoNotes } from './demo-notes.ts'

/** Brings in the named cast, all with the same known password. All of them or, where one is there already, nobody. */
export async function seedDemo(db: Db, passwords: Pick<Passwords, 'hash'>): Promise<void> {
  const addCast = await prepareDemoCast(passwords)
  await db.transaction().execute(addCast)
}

/** Does what takes long; what it returns brings the cast in, within a transaction. */
export async function prepareDemoCast(
  passwords: Pick<Passwords, 'hash'>,
): Promise<(tx: Tx) => Promise<void>> {
  const password_hash = await passwords.hash(demoPassword)
  return async (tx) => {
    for (const person of demoCast) {
      const added = await insertCustomer(tx, person)
      if (!added)
        throw new FieldErrors({ email: [`${person.email} is a customer already: nothing was done.`] })
      await savePasswordHash(tx, person.id, password_hash)
    }
    for (const note of demoNotes) await insertNote(tx, note)
    // One of them is an owner.
    await markSetUp(tx)
  }
}
