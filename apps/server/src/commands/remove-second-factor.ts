import { findAccount, removeSecondFactor } from '../modules/auth/index.ts'
import { systemActor } from '../platform/actor.ts'
import { createDb } from '../platform/db/db.ts'
import { type Command, CommandError, say, withDatabase } from './command.ts'

/** For the only owner, whom nobody else can help, and for everybody after a new secret key. */
export const takeOffSecondFactor: Command = {
  usage: 'remove-second-factor --email you@example.com',
  about: 'takes a lost second step off an account',
  options: { email: { type: 'string' } },
  async run(config, { email }) {
    if (typeof email !== 'string') throw new CommandError('Say whose account it is: --email you@example.com')
    await withDatabase(config, 'remove-second-factor', async ({ pool }) => {
      const db = createDb(pool)
      const account = await findAccount(db, email)
      if (!account) throw new CommandError(`There is no account with the address ${email}.`)
      await removeSecondFactor(db, systemActor(), account.id)
    })
    say(`${email} signs in without a second step now.`)
  },
}
