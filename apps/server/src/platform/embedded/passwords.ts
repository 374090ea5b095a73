import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** `crm` owns the product's database; `postgres` is the superuser, which the product itself never is. */
export type Passwords = { crm: string; postgres: string }

/** Reads the passwords of a data folder. They lie in libpq's own format: `PGPASSFILE=.data/pgpass psql …` works. */
export function readPasswords(dataDir: string): Passwords | undefined {
  const file = path.join(dataDir, 'pgpass')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const of = (role: string) => lines.map((line) => line.split(':')).find((parts) => parts[3] === role)?.[4]
  const [crm, postgres] = [of('crm'), of('postgres')]
  return crm && postgres ? { crm, postgres } : undefined
}

export function makePasswords(dataDir: string): Passwords {
  const passwords = { crm: randomBytes(24).toString('hex'), postgres: randomBytes(24).toString('hex') }
  const file = path.join(dataDir, 'pgpass')
  const lines = Object.entries(passwords).map(([role, password]) => `127.0.0.1:*:*:${role}:${password}\n`)
  writeFileSync(`${file}.new`, lines.join(''), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return passwords
}
