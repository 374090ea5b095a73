import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { FieldErrors, invariant } from '../../../platform/errors.ts'
import { Turns } from '../../../platform/turns.ts'
import type { Reading, Square } from './read-picture.ts'

/** A picture that takes longer is not taken. */
const mostMs = 8_000
/** Pictures come in bursts: with none to read for so long, the process gives everything back. */
const idleMs = 10_000

/** Reading one takes a core, and up to 450 MB: who comes next waits for the turn, not for the memory. */
const turns = new Turns({
  atOnce: 1,
  waiting: 20,
  patienceMs: 15_000,
  refusal: 'Many pictures are being worked on just now. Try again in a moment.',
})

let reader: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined

/**
 * The squares that are kept of a picture, made in a process of its own: what a stranger's file does to a decoder, and the
 * memory that it takes, stay there and end with it. Throws field errors for what is no picture, moves, or takes too much.
 */
export const readSquares = (bytes: Buffer): Promise<Square[]> =>
  turns.take(async () => {
    clearTimeout(idle)
    if (!reader?.connected) reader = await startReader()
    const reading = await ask(reader, bytes)
    idle = setTimeout(() => end(reader), idleMs).unref()
    if ('squares' in reading) return reading.squares
    throw new FieldErrors({ picture: [reading.refusal] })
  })

/** One that was told to end is asked nothing more, also while it is still on its way out. */
function end(child: ChildProcess | undefined): void {
  child?.kill('SIGKILL')
  if (reader === child) reader = undefined
}

async function ask(child: ChildProcess, bytes: Buffer): Promise<Reading> {
  const limit = setTimeout(() => end(child), mostMs)
  try {
    child.send(bytes)
    return (
      (await messageFrom(child)) ?? { refusal: 'This picture takes too much to open. Choose a smaller one.' }
    )
  } finally {
    clearTimeout(limit)
  }
}

/** It is told none of what this process knows, and ends when this process does. */
async function startReader(): Promise<ChildProcess> {
  const child = fork(path.resolve(import.meta.dirname, 'picture-reader.process.ts'), {
    // With one arena, what a picture took goes back to the machine when it is done.
    env: { MALLOC_ARENA_MAX: '1' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // It keeps nobody from ending.
  child.unref()
  child.channel?.unref()
  invariant(await messageFrom(child), 'the process that reads pictures says when it is ready')
  return child
}

/** What the process says next; undefined when it was ended before. Throws when it ended by a fault of its own. */
async function messageFrom(child: ChildProcess): Promise<Reading | undefined> {
  const over = new AbortController()
  const { signal } = over
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message),
      once(child, 'exit', { signal }).then(([code]) => {
        if (code !== null) throw new Error(`The process that reads pictures ended with ${code}.`)
      }),
    ])
  } finally {
    over.abort()
  }
}
