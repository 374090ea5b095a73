import { spawn } from 'node:child_process'
import { runAs } from './account.ts'
import { programOf } from './binaries.ts'
import type { Place } from './place.ts'

/** A PostgreSQL that ends with us. `ended` resolves with how it ended; `release` asks it to shut down. */
export type Guarded = { ended: Promise<string>; release(): void }

type Start = { place: Place; args: string[]; log: number; stalePid: number | undefined }

// Our end of the pipe closes with our process, however that dies; the guard then asks PostgreSQL for a fast shutdown.
// A session of its own keeps the terminal's Ctrl-C and signals to our group away from both.
const ASK_ON_END_OF_INPUT = '(read -r _ <&3; kill -INT "$pg" 2>/dev/null) & reader=$!'

const RUN = `exec 3<&0; "$@" </dev/null 3<&- & pg=$!; ${ASK_ON_END_OF_INPUT}; wait "$pg"; code=$?; kill "$reader" 2>/dev/null; exit "$code"`
const WATCH = `exec 3<&0; pg=$1; ${ASK_ON_END_OF_INPUT}; while kill -0 "$pg" 2>/dev/null; do sleep 0.3; done; kill "$reader" 2>/dev/null`

/** Starts PostgreSQL under a guard. */
export function startGuarded({ place, args, log, stalePid }: Start): Guarded {
  const program = programOf(place.binaries, 'postgres')
  const options = runAs(place.account)
  // Tells PostgreSQL that the number in postmaster.pid is nobody's any more, although a process has it: it was
  // reused. Removing the file instead would also remove the check for children that survive a killed server.
  const env = stalePid ? { ...options.env, PG_GRANDPARENT_PID: String(stalePid) } : options.env
  if (process.platform === 'win32') return startUnguarded(place, args, log)
  return follow(
    spawn('/bin/sh', ['-c', RUN, 'guard', program, ...args], { ...options, ...session(log), env }),
  )
}

/** Watches over a server that somebody else started on our folder (pg_ctl restart). */
export function guardRunning(place: Place, pid: number, log: number): Guarded {
  if (process.platform === 'win32') return startUnguarded(place, [], log)
  return follow(
    spawn('/bin/sh', ['-c', WATCH, 'guard', String(pid)], { ...runAs(place.account), ...session(log) }),
  )
}

function session(log: number) {
  return { detached: true, stdio: ['pipe' as const, log, log] }
}

function follow(child: ReturnType<typeof spawn>): Guarded {
  child.stdin?.on('error', () => {})
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  return { ended, release: () => child.stdin?.end() }
}

// Windows has no sessions and no signals; a server left behind there is stopped by the next start.
function startUnguarded(place: Place, args: string[], log: number): Guarded {
  const child = spawn(programOf(place.binaries, 'postgres'), args, {
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  const release = () =>
    spawn(programOf(place.binaries, 'pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast'])
  return { ...follow(child), release }
}
