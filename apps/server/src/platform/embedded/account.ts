import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Binaries, programOf } from './binaries.ts'

/** The user PostgreSQL runs as; undefined means ourselves. */
export type Account = { name: string; uid: number; gid: number } | undefined

export const isRoot = process.getuid?.() === 0

const SYSTEM_USER = 'crm-postgres'

/** PostgreSQL refuses to run as root: root hands it to another user, for an existing cluster to its owner. */
export function accountFor(cluster: string | undefined): Account {
  const owner = cluster ? statSync(cluster) : undefined
  if (!isRoot) return refuseOthers(cluster, owner?.uid)
  if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid }
  return findUser('postgres') ?? findUser(SYSTEM_USER) ?? makeUser() ?? findUser('nobody')
}

/** Whether the account really gets into a folder; found by trying, as modes alone do not tell (ACLs, mounts). */
export function canEnter(folder: string, account: Account): boolean {
  if (process.platform === 'win32') return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], runAs(account)).status === 0
}

export function canRun(binaries: Binaries, account: Account): boolean {
  const { status } = spawnSync(programOf(binaries, 'initdb'), ['--version'], runAs(account))
  if (status !== 0 || process.platform === 'win32') return status === 0
  const script = 'test -r "$1/share/postgresql/postgres.bki" && "$1/bin/postgres" --version'
  return spawnSync('/bin/sh', ['-c', script, 'sh', binaries.folder], runAs(account)).status === 0
}

/** The environment is not handed on: it holds our secrets, and PG… settings that were meant for clients. */
export function runAs(account: Account) {
  const env = process.platform === 'win32' ? undefined : { PATH: '/usr/bin:/bin', LC_ALL: 'C' }
  return { ...(account && { uid: account.uid, gid: account.gid }), env, cwd: path.parse(process.cwd()).root }
}

function refuseOthers(cluster: string | undefined, owner: number | undefined): undefined {
  const ourselves = process.getuid?.()
  if (owner === undefined || ourselves === undefined || owner === ourselves) return undefined
  throw new Error(
    `The database in ${cluster} belongs to the user ${nameOf(owner)}: run this as that user or as root, or set DATA_DIR to another folder.`,
  )
}

function makeUser(): Account {
  const flags = ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  spawnSync('useradd', [...flags, SYSTEM_USER], { stdio: 'ignore' })
  return findUser(SYSTEM_USER)
}

function findUser(name: string): Account {
  const [, , uid, gid] = users().find(([found]) => found === name) ?? []
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}

function nameOf(uid: number): string {
  return users().find(([, , found]) => found === String(uid))?.[0] ?? String(uid)
}

function users(): string[][] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
}
