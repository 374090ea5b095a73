import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'

/** How many changes of one person are under way at once; fewer than there are connections to the database. */
const atOnce = 4
/** With the wait for a connection it stays under three seconds. */
const patienceMs = 1_000

type Turn = { free(): void }
type Waiting = { go(): void; timer: NodeJS.Timeout }
type Line = { busy: number; waiting: Set<Waiting> }

declare module 'fastify' {
  interface FastifyRequest {
    turn: Turn | null
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Lets the changes of one person in a few at a time. They wait for each other in the database anyway, for the same
 * rows; there, whoever sends a thousand at once would hold every connection, and all others would wait with them.
 */
export function takeTurns(app: FastifyInstance): void {
  const turns = new Turns()
  app.decorateRequest('turn', null)
  app.addHook('preHandler', (request, _reply, done) => {
    const person = whoChanges(request)
    if (person === undefined) return done()
    turns.take(person, (turn) => {
      request.turn = turn
      done(turn ? undefined : tooManyAtOnce())
    })
  })
  // The work is done when there is an answer: a client that hangs up before has not ended it.
  app.addHook('onSend', (request, _reply, _payload, done) => {
    request.turn?.free()
    request.turn = null
    done()
  })
}

const whoChanges = ({ method, principal }: FastifyRequest): string | undefined =>
  safeMethods.has(method) ? undefined : principal?.customer_id

const tooManyAtOnce = () =>
  new AppError('unavailable', 'Too many changes at once. Send them one after the other.', {
    retryAfterSeconds: 1,
  })

class Turns {
  readonly #lines = new Map<string, Line>()

  /** Calls back with a turn, at once if there is one, or with null when it took too long. */
  take(person: string, begin: (turn: Turn | null) => void): void {
    const line = this.#lines.get(person) ?? { busy: 0, waiting: new Set() }
    this.#lines.set(person, line)
    const turn = { free: () => this.#next(person, line) }
    if (line.busy < atOnce) {
      line.busy += 1
      begin(turn)
      return
    }
    const waiting: Waiting = {
      go: () => begin(turn),
      timer: setTimeout(() => {
        line.waiting.delete(waiting)
        begin(null)
      }, patienceMs),
    }
    line.waiting.add(waiting)
  }

  /** Hands the turn to who waits longest. */
  #next(person: string, line: Line): void {
    const [longest] = line.waiting
    if (longest) {
      line.waiting.delete(longest)
      clearTimeout(longest.timer)
      longest.go()
      return
    }
    line.busy -= 1
    if (line.busy === 0) this.#lines.delete(person)
  }
}
