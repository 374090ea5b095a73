import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

const main = path.resolve(import.meta.dirname, '../../src/main.ts')

export const limitsOff = {
  THROTTLE_ANON: 'off',
  THROTTLE_USER: 'off',
  THROTTLE_STAFF: 'off',
  THROTTLE_LOGIN: 'off',
  THROTTLE_REGISTER: 'off',
}

/** How long the longer tests go on: a few seconds in every run, a minute when it is asked for. */
export const faultSeconds = Number(process.env.FAULT_SECONDS ?? 6)

/** Whether times are measured for real: not where other tests run on the same cores. */
export const isMeasured = faultSeconds >= 60

type Options = {
  env?: Record<string, string>
  args?: string[]
  /** Put before the command: a namespace to run in. */
  prefix?: string[]
  /** False where the server is not expected to become ready. */
  isAwaited?: boolean
}

export type ServerProcess = {
  url: string
  pid: number
  dataDir: string
  child: ChildProcess
  /** Everything the process has printed. */
  output(): string
  isRunning(): boolean
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string>
  signal(name: NodeJS.Signals): void
  /** Asks politely and waits. */
  stop(): Promise<number | string>
}

/** A whole server, in a process of its own, that is gone when the test is over. */
export async function startServer({ env = {}, args = [], prefix = [], isAwaited = true }: Options = {}) {
  const port = Number(env.PORT ?? (await freePort()))
  const dataDir = env.DATA_DIR ?? temporaryFolder()
  const [program = '', ...rest] = [...prefix, process.execPath, '--disable-warning=ExperimentalWarning', main]
  const child = spawn(program, [...rest, ...args], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      HOME: dataDir,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      METRICS_PORT: String(await freePort()),
      LOG_LEVEL: 'debug',
      ...limitsOff,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.push(chunk))
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | string)
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  })

  const server: ServerProcess = {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    dataDir,
    child,
    output: () => Buffer.concat(chunks).toString(),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    ended,
    signal: (name) => void child.kill(name),
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
  if (isAwaited) await untilReady(server)
  return server
}

async function untilReady(server: ServerProcess): Promise<void> {
  while (!server.output().includes('\nReady: ') && !server.output().startsWith('Ready: ')) {
    if (!server.isRunning()) throw new Error(`the server ended early:\n${server.output()}`)
    await wait(20)
  }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'crm-faults-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

export async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as net.AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
