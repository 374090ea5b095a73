import { setPriority } from 'node:os'
import { type Reading, readPicture } from './read-picture.ts'

// Whoever waits for an answer goes first.
setPriority(10)

/** Nobody to hear it is the end of this process. */
const say = (reading: Reading) => process.send?.(reading, (error: Error | null) => error && process.exit())

// A key press that stops the server reaches this process too: it may be in the middle of a picture.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
process.on('message', async (bytes: Uint8Array) => say(await readPicture(Buffer.from(bytes))))
say({ squares: [] })
