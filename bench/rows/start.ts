import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findInGroup, memoryOf } from '../measure/process.ts'
import { median } from '../measure/statistics.ts'
import { saidReady } from '../servers/start.ts'

export type StartRow = { readyMs: number; idleMegabytes: number }

const rounds = 3
const quietMs = 5_000
const root = path.resolve(import.meta.dirname, '../..')

/** From typing `npm start` to "Ready", its own PostgreSQL included, and what the server then holds in memory. */
export async function measureStart(dataDir: string): Promise<StartRow> {
  const starts: StartRow[] = []
  for (let round = 0; round < rounds; round++) starts.push(await startOnce(dataDir))
  return {
    readyMs: median(starts.map(({ readyMs }) => readyMs)),
    idleMegabytes: median(starts.map(({ idleMegabytes }) => idleMegabytes)),
  }
}

async function startOnce(dataDir: string): Promise<StartRow> {
  const began = performance.now()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '8404', NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const readyMs = (await saidReady(npm)) - began
  await wait(quietMs)
  const group = Number(npm.pid)
  const server = findInGroup(group, 'src/main.ts')
  if (server === undefined) throw new Error('The server that npm started is not to be found.')
  const { now: idleMegabytes } = memoryOf(server)
  const ended = once(npm, 'exit')
  process.kill(server, 'SIGTERM')
  await ended
  return { readyMs, idleMegabytes }
}
