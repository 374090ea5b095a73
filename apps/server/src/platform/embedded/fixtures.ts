// What the tests of this folder share: data folders that are removed, and processes that can be killed.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, onTestFinished } from 'vitest'
import { startEmbeddedDatabase } from './embedded-database.ts'
import { readPostmaster, untilEnded } from './postmaster.ts'

/** Losing data in a power cut is nobody's subject here. */
export const quick = { fsync: 'off' }

const endings: (() => unknown)[] = []

afterEach(async () => {
  while (endings.length > 0) await endings.pop()?.()
})

/** A folder that the PostgreSQL user may enter, with the data folder to be made in it. */
export function temporaryDataDir(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'embedded-'))
  chmodSync(folder, 0o755)
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, 'data')
}

/** A data folder with an initialised database, copied, as making one takes a second. */
export async function initialisedDataDir(): Promise<string> {
  initialised ??= initialiseOnce()
  const dataDir = temporaryDataDir()
  execFileSync('cp', ['-a', await initialised, dataDir])
  return dataDir
}

let initialised: Promise<string> | undefined
let template: string | undefined

afterAll(() => {
  if (template) rmSync(template, { recursive: true, force: true })
})

async function initialiseOnce(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'embedded-template-'))
  chmodSync(folder, 0o755)
  template = folder
  const dataDir = path.join(folder, 'data')
  await (await startEmbeddedDatabase({ dataDir, purpose: 'npm test', settings: quick })).stop()
  return dataDir
}

/** Stops a database when the test ends, however that ends. */
export function stopLater<T extends { stop(): Promise<void> }>(database: T): T {
  endings.push(() => database.stop())
  return database
}

export async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

/** Runs a database in another process; resolves once that is ready. */
export async function startElsewhere(dataDir: string) {
  const script = fileURLToPath(new URL('./owner.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const said: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      said.push(line)
      if (line.startsWith('postgres://')) resolve(line)
    })
    ended.then(() => reject(new Error('The other process ended before its database was ready.')))
  })
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  return { pid: child.pid ?? 0, url, said, kill }
}

export function serverOf(dataDir: string): number {
  return readPostmaster(path.join(dataDir, 'postgres'))?.pid ?? 0
}

export function untilServerEnded(dataDir: string, pid: number): Promise<boolean> {
  return untilEnded(path.join(dataDir, 'postgres'), pid, 8000)
}
