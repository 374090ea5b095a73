import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { enqueue, enqueueAll, type JobPayload } from '../../platform/jobs/enqueue.ts'
import { type Event, insertEvent, insertEvents } from './audit.queries.ts'
import { subscriptions } from './subscriptions.ts'

/** Writes what happened into the trail and asks for what follows from it, both with the change itself or not at all. */
export async function recordEvent(tx: Tx, actor: Actor, event: Event): Promise<void> {
  const event_id = await insertEvent(tx, actor, event)
  for (const job of subscriptions[event.name] ?? []) await enqueue(tx, job, payloadOf(event, event_id))
}

/** The same for many events of one actor, in two statements. */
export async function recordEvents(tx: Tx, actor: Actor, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return
  const ids = await insertEvents(tx, actor, events)
  const jobs = events.flatMap((event, index) =>
    (subscriptions[event.name] ?? []).map((name) => ({ name, payload: payloadOf(event, ids[index] ?? '') })),
  )
  await enqueueAll(tx, jobs)
}

const payloadOf = (event: Event, event_id: string): JobPayload => ({
  ...jobFacts(event),
  event_id,
  event_name: event.name,
  customer_id: event.customer_id,
})

const jobFacts = ({ detail = {} }: Event): JobPayload =>
  Object.fromEntries(
    Object.entries(detail).filter(
      (entry): entry is [string, JobPayload[string]] => entry[1] === null || typeof entry[1] !== 'object',
    ),
  )
