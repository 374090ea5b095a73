import { mkdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { type Access, urlOf } from './connection.ts'
import { type Hold, holdDataDir } from './holder.ts'

export { DataDirInUse } from './holder.ts'

import { initialise } from './initialise.ts'
import { findPlace } from './place.ts'
import { runServer } from './server.ts'
import { openServerLog, type ServerLog } from './server-log.ts'
import { STATE_FOLDER } from './state-folder.ts'

export type EmbeddedDatabase = { url: string; stop(): Promise<void> }

export type EmbeddedOptions = {
  /** Where everything is kept: the database, its passwords and log, and who holds it. Made when missing. */
  dataDir: string
  /** The command as a person would type it; shown to whoever finds the folder taken. */
  purpose: string
  /** Where the holder can be reached, shown likewise. */
  address?: string
  /** PostgreSQL settings over ours. */
  settings?: Record<string, string>
  say?: (line: string) => void
  /** For root only: where a database goes that PostgreSQL's user could not reach in the data folder. */
  stateDir?: string
}

/**
 * Runs the database of a data folder until `stop`, initialising it first where there is none. It ends with this process,
 * however that dies. Throws DataDirInUse when another process has the folder.
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { access, stop } = await openDataDir(options)
  return { url: urlOf(access), stop: () => stop() }
}

export type OpenDataDir = { access: Access; hold: Hold; stop(): Promise<void> }

export async function openDataDir(options: EmbeddedOptions): Promise<OpenDataDir> {
  const { purpose, address, settings, say = () => {}, stateDir = STATE_FOLDER } = options
  const dataDir = makeDataDir(options.dataDir)
  const hold = holdDataDir(dataDir, purpose, address)
  let log: ServerLog | undefined
  const release = () => {
    log?.close()
    hold.release()
  }
  try {
    const place = await findPlace({ dataDir, stateDir, say })
    const passwords = await initialise(place, settings?.fsync !== 'off', say)
    log = openServerLog(dataDir)
    const server = await runServer({ place, password: passwords.crm, log, settings, say })
    hold.tell('ready')
    let stopped: Promise<void> | undefined
    const stop = async () => {
      hold.tell('stopping')
      await server.stop()
      release()
    }
    return {
      access: server.access,
      hold,
      stop: () => {
        stopped ??= stop()
        return stopped
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** The real path of the data folder, made for us alone: it holds secrets. */
function makeDataDir(given: string): string {
  const folder = path.resolve(given)
  mkdirSync(path.dirname(folder), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return realpathSync(folder)
}
