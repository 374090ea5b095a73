import { setTimeout as pause } from 'node:timers/promises'
import { type Access, untilReady } from './connection.ts'
import { type Guarded, guardRunning, startGuarded } from './guard.ts'
import type { Place } from './place.ts'
import { findFreePort } from './port.ts'
import { isServing, readPostmaster } from './postmaster.ts'
import { lastLines, type ServerLog } from './server-log.ts'
import { serverArguments } from './server-settings.ts'
import { endServer, settle } from './settle.ts'

type Server = { access: Access; stop(): Promise<void> }

type Run = {
  place: Place
  password: string
  log: ServerLog
  settings?: Record<string, string>
  say: (line: string) => void
}

/** Runs PostgreSQL until `stop`: whatever ends it in between, it comes back on the same port. */
export async function runServer(run: Run): Promise<Server> {
  const { access, guarded } = await startSomewhere(run)
  const state = { guarded, isStopping: false }
  const kept = keepRunning(run, access, state)
  return {
    access,
    stop: async () => {
      state.isStopping = true
      await shutDown(run.place, state.guarded)
      await kept
    },
  }
}

type State = { guarded: Guarded; isStopping: boolean }

async function keepRunning(run: Run, access: Access, state: State): Promise<void> {
  for (;;) {
    const how = await state.guarded.ended
    if (!state.isStopping) {
      run.say(`PostgreSQL ended unexpectedly (${how}), starting it again; its log is ${run.log.file}.`)
      await comeBack(run, access, state)
    }
    if (state.isStopping) return shutDown(run.place, state.guarded)
  }
}

async function comeBack(run: Run, access: Access, state: State): Promise<void> {
  const FIRST_DELAY_MS = 300
  const LONGEST_DELAY_MS = 5000
  let isSaid = false
  for (let delay = FIRST_DELAY_MS; !state.isStopping; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    // The delay also lets somebody's "pg_ctl restart" come first; fighting it for the port would end badly.
    await pause(delay)
    if (state.isStopping || adopt(run, state)) return
    const { guarded, failure } = await startOn(run, access).catch((error: Error) => ({
      guarded: state.guarded,
      failure: error.message,
    }))
    state.guarded = guarded
    if (!failure) return run.say(`PostgreSQL runs again on port ${access.port}.`)
    await shutDown(run.place, guarded)
    if (!isSaid) run.say(`${failure}\nIt is tried again every few seconds.`)
    isSaid = true
  }
}

function adopt({ place, log, say }: Run, state: State): boolean {
  const other = readPostmaster(place.cluster)
  if (!other || !isServing(place.cluster, other.pid)) return false
  say(`PostgreSQL was started by somebody else (process ${other.pid}); it is used until it ends.`)
  state.guarded = guardRunning(place, other.pid, log.descriptor)
  return true
}

async function startSomewhere(run: Run): Promise<{ access: Access; guarded: Guarded }> {
  const GIVE_UP_MS = 20_000
  const startedAt = Date.now()
  // First, or a server that was left behind still has the port this folder usually gets.
  await settle(run.place)
  for (let attempt = 0; ; attempt++) {
    const access = { port: await findFreePort(run.place.dataDir, attempt), password: run.password }
    const { guarded, failure } = await startOn(run, access)
    if (!failure) return { access, guarded }
    await shutDown(run.place, guarded)
    // Lost the race for the port; or the children of a killed server are still ending.
    const isPassing = /could not (bind|create any)|shared memory block|lock file/.test(failure)
    if (!isPassing || Date.now() - startedAt > GIVE_UP_MS) throw new Error(failure)
    await pause(100)
  }
}

async function startOn(run: Run, access: Access): Promise<{ guarded: Guarded; failure?: string }> {
  const { place, log, settings, say } = run
  const stalePid = await settle(place)
  const position = log.size()
  const args = serverArguments(place.cluster, access.port, settings)
  const guarded = startGuarded({ place, args, log: log.descriptor, stalePid })
  let end: string | undefined
  guarded.ended.then((how) => {
    end = how
  })
  const refusal = await untilReady(access, () => end !== undefined, say).catch(
    (error: Error) => error.message,
  )
  if (!refusal && end === undefined) return { guarded }
  const words = lastLines(log.since(position))
  return {
    guarded,
    failure: `PostgreSQL did not start (${refusal ?? end}); the last lines of ${log.file}:\n${words}`,
  }
}

async function shutDown(place: Place, guarded: Guarded): Promise<void> {
  guarded.release()
  const POLITE_MS = 5000
  const hasEnded = await Promise.race([
    guarded.ended.then(() => true),
    pause(POLITE_MS, false, { ref: false }),
  ])
  const left = readPostmaster(place.cluster)
  // The guard may have been killed, or have been told nothing because somebody killed its reader.
  if (left && isServing(place.cluster, left.pid)) await endServer(place.cluster, left.pid)
  if (!hasEnded) await guarded.ended
}
