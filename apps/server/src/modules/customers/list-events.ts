import type { CustomerEvent, CustomerEventPage } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { listEvents, listStoreEvents, listUndoings, type TrailEvent, type Undoing } from '../audit/index.ts'
import { getAnyCustomer, listNames } from './customers.queries.ts'
import { cursorAfter, partAfter } from './event-cursor.ts'

const pageSize = 50

/**
 * A page of what happened to a customer, in the trash or not, newest first, with the names of who did it and of who
 * undid a batch. Throws field errors for a broken cursor.
 */
export async function listCustomerEvents(db: Db, id: string, cursor = ''): Promise<CustomerEventPage> {
  await getAnyCustomer(db, id)
  const events = await listEvents(db, id, partAfter(cursor, pageSize))
  return pageOf(db, events, await listUndoings(db, id, batchesOf(events)))
}

const batchesOf = (events: TrailEvent[]): string[] => [
  ...new Set(events.flatMap(({ detail: { batch_id } }) => (typeof batch_id === 'string' ? batch_id : []))),
]

/** The same of what was changed about the store. */
export async function listStoreChanges(db: Db, cursor = ''): Promise<CustomerEventPage> {
  return pageOf(db, await listStoreEvents(db, partAfter(cursor, pageSize)))
}

async function pageOf(db: Db, found: TrailEvent[], undoings: Undoing[] = []): Promise<CustomerEventPage> {
  const shown = found.slice(0, pageSize)
  const actors = [...shown, ...undoings].flatMap(({ actor_id }) => actor_id ?? [])
  const names = await listNames(db, [...new Set(actors)])
  return {
    results: shown.map((event) => told(event, { names, undoings })),
    next_cursor: cursorAfter(found, pageSize),
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
