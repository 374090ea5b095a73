import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type TurnOptions, Turns } from '../turns.ts'

declare module 'fastify' {
  interface FastifyRequest {
    endTurn: (() => void) | null
  }
}

const options: TurnOptions = {
  // Fewer than there are connections to the database.
  atOnce: 4,
  waiting: 1_000,
  // With the wait for a connection it stays under three seconds.
  patienceMs: 1_000,
  refusal: 'Too many changes at once. Send them one after the other.',
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Lets the changes of one person in a few at a time. They wait for each other in the database anyway, for the same
 * rows; there, whoever sends a thousand at once would hold every connection, and all others would wait with them.
 */
export function takeTurns(app: FastifyInstance): void {
  const people = new Map<string, Turns>()
  app.decorateRequest('endTurn', null)
  app.addHook('preHandler', (request, _reply, done) => {
    const person = whoChanges(request)
    if (person === undefined) return done()
    const turns = people.get(person) ?? new Turns(options)
    people.set(person, turns)
    turns.begin().then((end) => {
      request.endTurn = () => {
        end()
        if (turns.isIdle) people.delete(person)
      }
      done()
    }, done)
  })
  // The work is done when there is an answer: a client that hangs up before has not ended it.
  app.addHook('onSend', (request, _reply, _payload, done) => {
    request.endTurn?.()
    request.endTurn = null
    done()
  })
}

const whoChanges = ({ method, principal }: FastifyRequest): string | undefined =>
  safeMethods.has(method) ? undefined : principal?.customer_id
