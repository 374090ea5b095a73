import { activityNames, type EventName } from '@crm/contract'
import { type RawBuilder, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import { type Db, queryBuilder, type Tx } from '../../platform/db/db.ts'
import { prepare } from '../../platform/db/prepared.ts'
import { invariant } from '../../platform/errors.ts'
import { subscriptions } from './subscriptions.ts'

type Code = string | number | boolean | null

/** By the name of a flag, what it was and what it became. */
export type FlagChanges = Readonly<Record<string, { from: Code; to: Code }>>

/** Ids, codes and numbers: never a name, an address or a text, so that erasing a person does not rewrite the trail. */
export type Detail = Record<string, Code | readonly string[] | FlagChanges>

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

/** Writes many events of one actor in one statement; returns their ids in the order of the events. */
export async function insertEvents(tx: Tx, actor: Actor, events: readonly Event[]): Promise<string[]> {
  const { id: actor_id, role, address, request_id } = actor
  const rows = events.map(({ name, customer_id, detail = {} }) => ({
    id: uuidv7(),
    name,
    customer_id,
    detail,
  }))
  await sql`
    insert into audit_events (id, name, actor_id, actor_role, actor_address, request_id, customer_id, detail)
    select id, name, ${actor_id}::uuid, ${role}, ${address}, ${request_id}, customer_id, detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as events (id uuid, name text, customer_id uuid, detail jsonb)`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * A part of a larger statement: the event is written for each row of `rows`, with the values of `eventValues` and what
 * the statement adds to its detail. Only for events that ask for no job, and only where `recordEvent` is measurably too
 * slow.
 */
export function eventIn(
  name: EventName,
  rows: string,
  alsoInDetail: RawBuilder<unknown>,
): RawBuilder<unknown> {
  invariant(!subscriptions[name], 'an event that asks for jobs is recorded by recordEvent')
  return sql`${eventRow} || ${alsoInDetail} from ${sql.ref(rows)} returning 1`
}

/** A place in a trail: what is older than this event. */
export type TrailCursor = { occurred_at: string; id: string }

export type TrailEvent = {
  id: string
  name: EventName
  occurred_at: string
  actor_id: string | null
  actor_role: string
  detail: Detail
}

/** That a batch was undone for a customer. */
export type Undoing = Pick<TrailEvent, 'occurred_at' | 'actor_id' | 'actor_role'> & { batch_id: string }

/** Which of these batches were undone for a customer, each once. */
export async function listUndoings(
  db: Db,
  customer_id: string,
  batch_ids: readonly string[],
): Promise<Undoing[]> {
  if (batch_ids.length === 0) return []
  const batch_id = sql<string>`detail ->> 'undone_batch_id'`
  return db
    .selectFrom('audit_events')
    .distinctOn(batch_id)
    .select([batch_id.as('batch_id'), 'occurred_at', 'actor_id', 'actor_role'])
    .where('customer_id', '=', customer_id)
    .where(sql<boolean>`detail ? 'undone_batch_id'`)
    .where(batch_id, '=', sql<string>`any(${batch_ids}::text[])`)
    .orderBy(batch_id)
    .orderBy('occurred_at')
    .execute()
}

type TrailPart = { limit: number; before?: TrailCursor | undefined }

/** What happened to a customer, newest first. */
export const listEvents = (db: Db, customer_id: string, part: TrailPart): Promise<TrailEvent[]> =>
  listTrail(db, sql<boolean>`customer_id = ${customer_id}::uuid`, part)

/** What was changed about the store, newest first. */
export const listStoreEvents = (db: Db, part: TrailPart): Promise<TrailEvent[]> =>
  // Spelled out, as the index is only for this name.
  listTrail(db, sql<boolean>`name = 'store.changed'`, part)

/** What happened to a customer that they are told of, newest first. */
export const listActivity = (db: Db, customer_id: string, part: TrailPart): Promise<TrailEvent[]> =>
  listTrail(
    db,
    sql<boolean>`customer_id = ${customer_id}::uuid and name = any(${activityNames}::text[])
      and (name <> 'auth.logged_in' or detail @> '{"is_new_device": true}')
      and (name <> 'customer.profile_updated' or detail -> 'fields' <@ ${accountFlags}::jsonb is not true)`,
    part,
  )

/** Who may sign in is no part of what a profile says. */
const accountFlags = JSON.stringify(['is_active', 'is_verified'])

async function listTrail(
  db: Db,
  whose: RawBuilder<boolean>,
  { limit, before }: TrailPart,
): Promise<TrailEvent[]> {
  const events = await db
    .selectFrom('audit_events')
    .select(['id', 'name', 'occurred_at', 'actor_id', 'actor_role', 'detail'])
    .where(whose)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(occurred_at, id) < (${before?.occurred_at}::timestamptz, ${before?.id}::uuid)`,
      ),
    )
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return events as unknown as TrailEvent[]
}
