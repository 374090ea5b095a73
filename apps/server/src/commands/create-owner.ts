import { createInterface } from 'node:readline/promises'
import { ensureOwner } from '../modules/auth/index.ts'
import { createAuth } from '../parts.ts'
import { type Command, CommandError, say, withDatabase } from './command.ts'

export const createOwner: Command = {
  usage: 'create-owner --email you@example.com',
  about: "makes an owner's account; asks for the password",
  options: { email: { type: 'string' } },
  async run(config, { email = config.OWNER_EMAIL }) {
    if (typeof email !== 'string') throw new CommandError('Say whose account it is: --email you@example.com')
    const password = config.secrets.OWNER_PASSWORD ?? (await askForPassword())
    await withDatabase(config, 'create-owner', async ({ pool }) => {
      const auth = createAuth(config, pool)
      try {
        await ensureOwner(auth, { email, password }, { force: true })
      } finally {
        await auth.passwords.close()
      }
    })
    say(`${email} is an owner and can sign in at ${config.PUBLIC_URL}`)
  },
}

/** Never as an argument: those are seen by everybody on the machine and kept in the shell's history. */
async function askForPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    let piped = ''
    for await (const chunk of process.stdin) piped += chunk
    return piped.replace(/\r?\n$/, '')
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = terminal.question('Password: ')
  // What is typed stays hidden; only the question itself is shown.
  Object.assign(terminal, { _writeToOutput() {} })
  const password = await answer
  terminal.close()
  say('')
  return password
}
