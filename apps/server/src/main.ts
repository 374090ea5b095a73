import cluster from 'node:cluster'
import { parseArgs } from 'node:util'
import { ConfigError, loadConfig } from './config.ts'
import { DataDirInUse } from './platform/embedded/embedded-database.ts'
import { FieldErrors } from './platform/errors.ts'
import type { ProcessRole } from './run-primary.ts'

const roles: readonly ProcessRole[] = ['all', 'web', 'worker']

/** `npm start`: web and worker together, or one of them with `--role`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'all' } } })
  const role = roles.find((one) => one === values.role)
  if (!role) throw new ConfigError([`--role: say ${roles.join(', ')}`])
  const config = loadConfig(cluster.isPrimary ? warn : undefined)
  // Loaded only now, so that wrong settings are told at once, and each kind of process loads its own part.
  if (cluster.isWorker) return (await import('./run-web-fork.ts')).runWebFork(config)
  return (await import('./run-primary.ts')).runPrimary(config, role)
}

const warn = (line: string) => process.stderr.write(`${line}\n`)

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})

/** What the owner can do something about is said in words; anything else with all that is known. */
function explain(error: unknown): string {
  if (error instanceof FieldErrors)
    return `OWNER_EMAIL, OWNER_PASSWORD: ${Object.values(error.fields).flat().join(' ')}`
  if (error instanceof ConfigError || error instanceof DataDirInUse) return error.message
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return `Something else listens on port ${'port' in error ? error.port : 'of this server'} already. Stop it, or set PORT (METRICS_PORT for the metrics) to another number.`
  return error.stack ?? error.message
}
