import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createTestDatabase, type TestDatabase } from '../../server/test/database.ts'
import { freePort, limitsOff } from '../../server/test/faults/server-process.ts'
import type {} from '../../server/test/global-setup.ts'

const main = path.resolve(import.meta.dirname, '../../server/src/main.ts')
const startMs = 30_000

export const owner = { email: 'owner@example.com', password: 'Owner-Pass-2026!' }

/** Settings with which nobody owns the store yet, and the start prints the link of the first run. */
export const ownerless = { OWNER_EMAIL: '', OWNER_PASSWORD: '' }

export type RealServer = {
  url: string
  database: TestDatabase
  /** All that it printed so far. */
  said(): string
  /** The names of all files that it keeps, with their folders. */
  files(): string[]
  stop(): Promise<void>
}

/** The whole server with the built pages, in a process of its own, over a database of its own. Mails stay in its mailbox. */
export async function startRealServer(settings: Record<string, string> = {}): Promise<RealServer> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'crm-journey-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      PORT: String(port),
      METRICS_PORT: String(await freePort()),
      PUBLIC_URL: url,
      DEBUG: 'true',
      OWNER_EMAIL: owner.email,
      OWNER_PASSWORD: owner.password,
      ...limitsOff,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const readiness = settings.OWNER_EMAIL === '' ? 'Set it up here' : 'Ready: '
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = once(child, 'close')
  for (const start = Date.now(); !said.includes(readiness); await wait(50)) {
    if (child.exitCode === null && Date.now() - start < startMs) continue
    child.kill('SIGKILL')
    throw new Error(`The server did not become ready:\n${said}`)
  }
  return {
    url,
    database,
    said: () => said,
    files: () => readdirSync(dataDir, { recursive: true, encoding: 'utf8' }),
    async stop() {
      child.kill('SIGTERM')
      await ended
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
