import type { CustomerEvent, CustomerEventPage } from '@crm/contract'
import { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { FieldErrors } from '../../platform/errors.ts'
import {
  listEvents,
  listStoreEvents,
  listUndoings,
  type TrailCursor,
  type TrailEvent,
  type Undoing,
} from '../audit/index.ts'
import { getAnyCustomer, listNames } from './customers.queries.ts'

const pageSize = 50

/**
 * A page of what happened to a customer, in the trash or not, newest first, with the names of who did it and of who
 * undid a batch. Throws field errors for a broken cursor.
 */
export async function listCustomerEvents(db: Db, id: string, cursor = ''): Promise<CustomerEventPage> {
  await getAnyCustomer(db, id)
  const events = await listEvents(db, id, part(cursor))
  return pageOf(db, events, await listUndoings(db, id, batchesOf(events)))
}

const batchesOf = (events: TrailEvent[]): string[] => [
  ...new Set(events.flatMap(({ detail: { batch_id } }) => (typeof batch_id === 'string' ? batch_id : []))),
]

/** The same of what was changed about the store. */
export async function listStoreChanges(db: Db, cursor = ''): Promise<CustomerEventPage> {
  return pageOf(db, await listStoreEvents(db, part(cursor)))
}

/** One more than is shown tells whether there is anything beyond. */
const part = (cursor: string) => ({ limit: pageSize + 1, before: decode(cursor) })

async function pageOf(db: Db, found: TrailEvent[], undoings: Undoing[] = []): Promise<CustomerEventPage> {
  const shown = found.slice(0, pageSize)
  const actors = [...shown, ...undoings].flatMap(({ actor_id }) => actor_id ?? [])
  const names = await listNames(db, [...new Set(actors)])
  const last = shown.at(-1)
  return {
    results: shown.map((event) => told(event, { names, undoings })),
    next_cursor: last && found.length > pageSize ? encode(last) : null,
  }
}

type Known = { names: Map<string, string>; undoings: Undoing[] }

function told(event: TrailEvent, { names, undoings }: Known): CustomerEvent {
  const { actor_id, actor_role, ...rest } = event
  const undoing = undoings.find(({ batch_id }) => batch_id === event.detail.batch_id)
  return {
    ...rest,
    actor: actorOf(event, names),
    undone: undoing ? { occurred_at: undoing.occurred_at, actor: actorOf(undoing, names) } : null,
  }
}

const actorOf = (
  { actor_id, actor_role }: Pick<TrailEvent, 'actor_id' | 'actor_role'>,
  names: Map<string, string>,
): CustomerEvent['actor'] =>
  actor_id === null ? null : { id: actor_id, name: names.get(actor_id) ?? null, role: actor_role }

const encode = ({ occurred_at, id }: TrailCursor) => Buffer.from(`${occurred_at} ${id}`).toString('base64url')

const place = z.tuple([
  z.iso
    .datetime()
    .max(40)
    .refine((moment) => !moment.startsWith('0000')),
  z.uuid(),
])

function decode(cursor: string): TrailCursor | undefined {
  if (cursor === '') return undefined
  const parsed = place.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '))
  if (!parsed.success)
    throw new FieldErrors({ cursor: ['This cursor does not belong to this list. Begin again without one.'] })
  const [occurred_at, id] = parsed.data
  return { occurred_at, id }
}
