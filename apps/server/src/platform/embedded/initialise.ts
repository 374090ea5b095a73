import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { runAs } from './account.ts'
import { programOf } from './binaries.ts'
import { makePasswords, type Passwords, readPasswords } from './passwords.ts'
import type { Place } from './place.ts'

type Say = (line: string) => void

/** Makes the cluster of a data folder unless it is there, and returns the passwords of its two roles. */
export async function initialise(place: Place, isDurable: boolean, say: Say): Promise<Passwords> {
  removeUnfinished(place.cluster)
  if (!hasCluster(place.cluster)) {
    say('Initialising the database (first run) …')
    return makeCluster(place, readPasswords(place.dataDir) ?? makePasswords(place.dataDir), isDurable)
  }
  refuseOtherVersion(place)
  return readPasswords(place.dataDir) ?? replacePasswords(place, say)
}

async function makeCluster(place: Place, passwords: Passwords, isDurable: boolean): Promise<Passwords> {
  const unfinished = `${place.cluster}.new-${process.pid}`
  const passwordFile = `${unfinished}.password`
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 })
  if (place.account) {
    for (const one of [unfinished, passwordFile]) chownSync(one, place.account.uid, place.account.gid)
  }
  // A collation of PostgreSQL's own sorts the same on every machine, so indexes survive a move to another one.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8']
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const options = ['--no-instructions', ...(isDurable ? [] : ['--no-sync'])]
  await runProgram(place, 'initdb', ['-D', unfinished, ...locale, ...access, ...options])
  await runStatements(place, unfinished, [
    // Not a superuser; CREATEDB lets the tests clone their template.
    `CREATE ROLE crm LOGIN CREATEDB PASSWORD '${passwords.crm}'`,
    'CREATE DATABASE crm OWNER crm',
  ])
  rmSync(passwordFile)
  if (existsSync(place.cluster)) rmdirSync(place.cluster)
  renameSync(unfinished, place.cluster)
  return passwords
}

/** Whoever may write to the folder may set its passwords anew: they guard against others on this machine only. */
async function replacePasswords(place: Place, say: Say): Promise<Passwords> {
  say('The passwords of the database are missing from the data folder: setting new ones …')
  const passwords = makePasswords(place.dataDir)
  try {
    const statements = Object.entries(passwords).map(
      ([role, word]) => `ALTER ROLE ${role} PASSWORD '${word}'`,
    )
    await runStatements(place, place.cluster, statements)
    return passwords
  } catch (error) {
    rmSync(path.join(place.dataDir, 'pgpass'))
    throw error
  }
}

// Without a server, so that nobody can connect to a database that is half made.
function runStatements(place: Place, cluster: string, statements: string[]): Promise<void> {
  return runProgram(
    place,
    'postgres',
    ['--single', '-D', cluster, '-c', 'log_min_messages=error', 'postgres'],
    statements,
  )
}

function runProgram(
  place: Place,
  name: 'initdb' | 'postgres',
  args: string[],
  statements: string[] = [],
): Promise<void> {
  const child = spawn(programOf(place.binaries, name), args, runAs(place.account))
  const said: Buffer[] = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(statements.map((statement) => `${statement}\n`).join(''))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const words = Buffer.concat(said).toString()
      // The single-user server answers a failed statement with a line and goes on.
      if (code === 0 && !/\b(ERROR|FATAL|PANIC): /.test(words)) return resolve()
      reject(
        new Error(
          `The database could not be initialised (${name} ended with ${code}):\n${words.trim().slice(-2000)}`,
        ),
      )
    })
  })
}

function hasCluster(cluster: string): boolean {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return true
  if (!existsSync(cluster) || readdirSync(cluster).length === 0) return false
  throw new Error(
    `${cluster} is not empty and holds no PostgreSQL database: move it away, or set DATA_DIR to another folder.`,
  )
}

function removeUnfinished(cluster: string): void {
  const parent = path.dirname(cluster)
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${path.basename(cluster)}.new-`)) continue
    rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function refuseOtherVersion({ cluster, binaries }: Place): void {
  const found = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === binaries.major) return
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${found} and this release brings ${binaries.major}: make a backup with the release that ran it last (npm run crm -- backup FILE), move the folder away, start this release and restore the backup (npm run crm -- restore FILE).`,
  )
}
