import { parseArgs } from 'node:util'
import { type Command, CommandError } from './commands/command.ts'
import { createOwner } from './commands/create-owner.ts'
import { migrateDatabase } from './commands/migrate.ts'
import { takeOffSecondFactor } from './commands/remove-second-factor.ts'
import { seed } from './commands/seed.ts'
import { ConfigError, loadConfig } from './config.ts'
import { DataDirInUse } from './platform/embedded/embedded-database.ts'
import { AppError, FieldErrors } from './platform/errors.ts'

/** `npm run crm -- <command>`: what the owner does from a terminal, with the server running or not. */
const commands: Record<string, Command> = {
  'create-owner': createOwner,
  'remove-second-factor': takeOffSecondFactor,
  migrate: migrateDatabase,
  seed,
}

async function main([name = 'help', ...args]: string[]): Promise<void> {
  const command = commands[name]
  if (!command) return help(name)
  const { values } = parseArgs({ args, options: command.options, strict: true })
  await command.run(
    loadConfig((line) => process.stderr.write(`${line}\n`)),
    values,
  )
}

function help(asked: string): void {
  const list = Object.values(commands).map(
    ({ usage, about }) => `  npm run crm -- ${usage.padEnd(44)} ${about}`,
  )
  process.stdout.write(`Commands:\n${list.join('\n')}\n`)
  if (!['help', '--help', '-h'].includes(asked)) {
    process.stderr.write(`There is no command "${asked}".\n`)
    process.exitCode = 1
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
})

/** A refusal in its own words; a bug with all that is known of it. */
function explain(error: unknown): string {
  if (error instanceof FieldErrors)
    return Object.entries(error.fields)
      .map(([field, reasons]) => `${field}: ${reasons.join(' ')}`)
      .join('\n')
  if (!(error instanceof Error)) return String(error)
  const isWords =
    error instanceof ConfigError ||
    error instanceof DataDirInUse ||
    error instanceof CommandError ||
    error instanceof AppError
  const isUsage = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  return isWords || isUsage || error instanceof RangeError ? error.message : (error.stack ?? error.message)
}
