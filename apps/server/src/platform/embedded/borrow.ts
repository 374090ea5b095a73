import { existsSync, realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { connect, urlOf } from './connection.ts'
import {
  type EmbeddedDatabase,
  type EmbeddedOptions,
  type OpenDataDir,
  openDataDir,
} from './embedded-database.ts'
import { DataDirInUse, readHolder } from './holder.ts'
import { readPasswords } from './passwords.ts'
import { findCluster } from './place.ts'
import { readPostmaster } from './postmaster.ts'

const STARTING_MS = 30_000
const OTHERS_MS = 60_000

/**
 * For commands: the running database of a data folder, or one that runs until `stop`. Close your own connections before
 * `stop`: it waits (a minute at most) for the commands that borrowed the database from this one in turn.
 */
export async function borrowEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const deadline = Date.now() + STARTING_MS
  for (;;) {
    try {
      return lend(await openDataDir(options), options.say)
    } catch (error) {
      if (!(error instanceof DataDirInUse) || Date.now() > deadline) throw error
    }
    const borrowed = await findRunning(options)
    if (borrowed) return borrowed
    await pause(100)
  }
}

async function findRunning({ dataDir, purpose }: EmbeddedOptions): Promise<EmbeddedDatabase | undefined> {
  const folder = realpathSync(dataDir)
  const cluster = findCluster(folder)
  const postmaster = cluster && existsSync(cluster) && readPostmaster(cluster)
  const passwords = readPasswords(folder)
  if (!postmaster || !passwords) return undefined
  const access = { port: postmaster.port, password: passwords.crm }
  // This connection tells the holder that we need it: it counts connections before it stops.
  const lease = await connect(access, purpose).catch(() => undefined)
  if (!lease) return undefined
  // Looked at with the lease in hand: a holder that begins to stop from now on will see it.
  if (readHolder(folder)?.state !== 'ready') {
    await lease.end()
    return undefined
  }
  // Not in the types of pg. A command that forgets `stop` must still be able to end.
  const handle = lease as unknown as { ref(): void; unref(): void }
  handle.unref()
  return {
    url: urlOf(access),
    stop() {
      // Held again: with nothing else to wait for, the process would end here and the command say nothing.
      handle.ref()
      return lease.end().catch(() => {})
    },
  }
}

function lend({ access, hold, stop }: OpenDataDir, say: EmbeddedOptions['say'] = () => {}): EmbeddedDatabase {
  let stopped: Promise<void> | undefined
  const stopWhenUnused = async () => {
    hold.tell('stopping')
    const ourselves = await connect(access, 'stop').catch(() => undefined)
    if (ourselves) await untilUnused(ourselves, say)
    await stop()
  }
  return {
    url: urlOf(access),
    stop: () => {
      stopped ??= stopWhenUnused()
      return stopped
    },
  }
}

async function untilUnused(ourselves: pg.Client, say: (line: string) => void): Promise<void> {
  const deadline = Date.now() + OTHERS_MS
  for (let isSaid = false; Date.now() < deadline; isSaid = true) {
    const others = await countOthers(ourselves)
    if (others === 0) break
    if (!isSaid)
      say(
        `Waiting for ${others} other connection(s) to the database to end (${OTHERS_MS / 1000} s at most) …`,
      )
    await pause(100)
  }
  await ourselves.end().catch(() => {})
}

/** Somebody who cannot be counted any more is not waited for. */
async function countOthers(ourselves: pg.Client): Promise<number> {
  const sessions = `select count(*)::int as others from pg_stat_activity
    where datname = 'crm' and backend_type = 'client backend' and pid <> pg_backend_pid()`
  const result = await ourselves.query<{ others: number }>(sessions).catch(() => undefined)
  return result?.rows[0]?.others ?? 0
}
