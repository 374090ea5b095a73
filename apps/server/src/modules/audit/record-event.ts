import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { type Event, insertEvent } from './audit.queries.ts'
import { subscriptions } from './subscriptions.ts'

/** Writes what happened into the trail and asks for what follows from it, both with the change itself or not at all. */
export async function recordEvent(tx: Tx, actor: Actor, event: Event): Promise<void> {
  const event_id = await insertEvent(tx, actor, event)
  for (const job of subscriptions[event.name] ?? [])
    await enqueue(tx, job, {
      ...jobFacts(event),
      event_id,
      event_name: event.name,
      customer_id: event.customer_id,
    })
}

const jobFacts = ({ detail = {} }: Event) =>
  Object.fromEntries(
    Object.entries(detail).filter(
      (entry): entry is [string, string | number | boolean | null] => !Array.isArray(entry[1]),
    ),
  )
