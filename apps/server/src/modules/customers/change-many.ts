import type { CustomerDetail, Skipped, SkipReason } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { type Event, recordEvents } from '../audit/index.ts'
import { type State, setState } from './batches.queries.ts'
import { flagChanges } from './flag-changes.ts'
import { findStaffRefusal } from './staff-account.ts'

/** Each row has many indexes to be entered in: in smaller statements none comes near its time-out on a busy machine. */
const rowsAtOnce = 200

/** Names the batch in the trail of each customer. */
export type Trace = { batch_id: string } | { undone_batch_id: string }

export type ManyChanged = { changed: string[]; skipped: Skipped[] }

/** Brings many locked customers into a state, each by the rules and with the trace of the single change. */
export async function changeMany(
  tx: Tx,
  actor: Actor,
  customers: readonly CustomerDetail[],
  { state, trace }: { state: State; trace: Trace },
): Promise<ManyChanged> {
  const due: CustomerDetail[] = []
  const skipped: Skipped[] = []
  for (const customer of customers) {
    const reason = await findReason(tx, actor, customer, state)
    if (reason) {
      skipped.push({ id: customer.id, reason })
      continue
    }
    due.push(customer)
    // At once: whether the next one is the last owner depends on it.
    if (customer.role) await setState(tx, [customer.id], state)
  }
  const others = due.filter(({ role }) => !role).map(({ id }) => id)
  for (let start = 0; start < others.length; start += rowsAtOnce)
    await setState(tx, others.slice(start, start + rowsAtOnce), state)
  await recordEvents(
    tx,
    actor,
    due.flatMap((customer) => eventsOf(customer, state, trace)),
  )
  return { changed: due.map(({ id }) => id), skipped }
}

async function findReason(
  tx: Tx,
  actor: Actor,
  customer: CustomerDetail,
  { flag, to }: State,
): Promise<SkipReason | undefined> {
  const isSo = flag === 'is_trashed' ? customer.trashed_at !== null : customer[flag]
  if (isSo === to) return 'unchanged'
  const gate = flag === 'is_trashed' ? (to ? 'trashed_at' : 'restoration') : flag
  const refusal = await findStaffRefusal(tx, actor, customer, [gate])
  return refusal === 'own_address' ? 'staff_account' : refusal
}

function eventsOf(customer: CustomerDetail, { flag, to }: State, trace: Trace): Event[] {
  const { id: customer_id } = customer
  if (flag === 'is_trashed')
    return [{ name: to ? 'customer.trashed' : 'customer.restored', customer_id, detail: trace }]
  const detail = { fields: [flag], ...flagChanges(customer, { ...customer, [flag]: to }), ...trace }
  const updated: Event = { name: 'customer.profile_updated', customer_id, detail }
  if (flag !== 'is_active' || to) return [updated]
  return [updated, { name: 'customer.deactivated', customer_id, detail: trace }]
}
