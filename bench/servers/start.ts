import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export type Server = { port: number; pid: number; stop(): Promise<void> }

type Wanted = { file: string; args?: string[]; port: number; env: Record<string, string> }

const root = path.resolve(import.meta.dirname, '../..')

/** Runs a server of ours as a process of its own and waits for its line "Ready". */
export async function startServer({ file, args = [], port, env }: Wanted): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, file), ...args],
    {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        PORT: String(port),
        ...env,
      },
      cwd: env.DATA_DIR,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  // However the run ends, its servers end with it.
  process.on('exit', () => child.kill())
  await saidReady(child)
  return { port, pid: Number(child.pid), stop: () => stop(child) }
}

/** The moment at which a process says that it is ready. */
export async function saidReady(child: ChildProcess): Promise<number> {
  const output = child.stdout
  if (!output) throw new Error('The output of the process is not piped.')
  for await (const line of output.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    if (!String(line).includes('Ready')) continue
    output.resume()
    return performance.now()
  }
  throw new Error('The process ended before it was ready.')
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
