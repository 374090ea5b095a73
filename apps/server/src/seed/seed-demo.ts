import { type Passwords, savePasswordHash } from '../modules/auth/index.ts'
import { insertCustomer, insertNote } from '../modules/customers/index.ts'
import type { Db } from '../platform/db/db.ts'
import { FieldErrors } from '../platform/errors.ts'
import { demoCast, demoPassword } from './demo-cast.ts'
import { demoNotes } from './demo-notes.ts'

/** Brings in the named cast, all with the same known password. All of them or, where one is there already, nobody. */
export async function seedDemo(db: Db, passwords: Pick<Passwords, 'hash'>): Promise<void> {
  const password_hash = await passwords.hash(demoPassword)
  await db.transaction().execute(async (tx) => {
    for (const person of demoCast) {
      const added = await insertCustomer(tx, person)
      if (!added)
        throw new FieldErrors({ email: [`${person.email} is a customer already: nothing was done.`] })
      await savePasswordHash(tx, person.id, password_hash)
    }
    for (const note of demoNotes) await insertNote(tx, note)
  })
}
