import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isAlive } from './postmaster.ts'

type HolderState = 'starting' | 'ready' | 'stopping'
type Holder = { pid: number; purpose: string; address?: string; since: string; state: HolderState }
export type Hold = { tell(state: HolderState): void; release(): void }

/** Another process runs the database of this data folder; the message says which one and what to do. */
export class DataDirInUse extends Error {
  override name = 'DataDirInUse'
}

/**
 * Takes the data folder for this process, or throws DataDirInUse. The lock is an open SQLite transaction because that
 * is a lock of the operating system's, which Node offers in no other way: it ends with the process, however it dies.
 */
export function holdDataDir(dataDir: string, purpose: string, address?: string): Hold {
  const lock = openLock(dataDir)
  const file = path.join(dataDir, 'holder.json')
  const since = new Date().toISOString()
  const tell = (state: HolderState) => {
    writeFileSync(`${file}.new`, JSON.stringify({ pid: process.pid, purpose, address, since, state }), {
      mode: 0o600,
    })
    renameSync(`${file}.new`, file)
  }
  tell('starting')
  const release = () => {
    rmSync(file, { force: true })
    lock.close()
  }
  return { tell, release }
}

/** Who says to hold the folder, without the claim of a process that has died. */
export function readHolder(dataDir: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(readFileSync(path.join(dataDir, 'holder.json'), 'utf8'))
    return isAlive(holder.pid) ? holder : undefined
  } catch {
    return undefined
  }
}

function openLock(dataDir: string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    // Nothing else may open this file in our process: closing any of its descriptors would drop the lock (POSIX).
    const file = path.join(dataDir, 'holder.lock')
    if (!existsSync(file)) writeFileSync(file, '', { flag: 'a', mode: 0o600 })
    lock = new DatabaseSync(file)
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    const SQLITE_BUSY = 5
    if (((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY) throw inUse(dataDir, error)
    throw new Error(
      `${dataDir} could not be locked (${(error as Error).message}): it must be writable for this user.`,
      {
        cause: error,
      },
    )
  }
}

function inUse(dataDir: string, cause: unknown): DataDirInUse {
  const holder = readHolder(dataDir)
  const facts =
    holder && [`process ${holder.pid}`, holder.address, `since ${holder.since}`].filter(Boolean).join(', ')
  const who = holder ? `"${holder.purpose}" (${facts})` : 'another command'
  return new DataDirInUse(
    `${dataDir} is in use by ${who}: stop that first, or set DATA_DIR to another folder (and PORT to another port).`,
    { cause },
  )
}
