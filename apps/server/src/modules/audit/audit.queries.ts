import type { EventName } from '@crm/contract'
import { type RawBuilder, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import { queryBuilder, type Tx } from '../../platform/db/db.ts'
import { prepare } from '../../platform/db/prepared.ts'
import { invariant } from '../../platform/errors.ts'
import { subscriptions } from './subscriptions.ts'

/** Ids, codes and numbers: never a name, an address or a text, so that erasing a person does not rewrite the trail. */
export type Detail = Record<string, string | number | boolean | null | readonly string[]>

export type Event = { name: EventName; customer_id: string | null; detail?: Detail }

const eventRow = sql`
  insert into audit_events (id, name, actor_id, actor_role, actor_address, request_id, customer_id, detail)
  select ${''}::uuid, ${''}::text, ${''}::uuid, ${''}::text, ${''}::text, ${''}::text, ${''}::uuid, ${''}::jsonb`

type EventValues = [id: string, ...facts: (string | null)[]]

/** What stands in the places of `eventIn`. */
export function eventValues(actor: Actor, { name, customer_id, detail = {} }: Event): EventValues {
  const { id, role, address, request_id } = actor
  return [uuidv7(), name, id, role, address, request_id, customer_id, JSON.stringify(detail)]
}

const insert = prepare<unknown, EventValues>('event', eventRow.compile(queryBuilder))

export async function insertEvent(tx: Tx, actor: Actor, event: Event): Promise<string> {
  const [id, ...facts] = eventValues(actor, event)
  await insert(tx, id, ...facts)
  return id
}

/**
 * A part of a larger statement: the event is written for each row of `rows`, with the values of `eventValues`. Only for
 * events that ask for no job, and only where `recordEvent` is measurably too slow.
 */
export function eventIn(name: EventName, rows: string): RawBuilder<unknown> {
  invariant(!subscriptions[name], 'an event that asks for jobs is recorded by recordEvent')
  return sql`${eventRow} from ${sql.ref(rows)} returning 1`
}
