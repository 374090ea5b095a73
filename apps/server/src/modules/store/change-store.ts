import type { Store, StoreChanges } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { recordEvent } from '../audit/index.ts'
import { lockStore, updateStore } from './store.queries.ts'

/** Changes what the store says of itself; what is so already is no change. */
export const changeStore = (db: Db, actor: Actor, changes: StoreChanges): Promise<Store> =>
  db.transaction().execute((tx) => writeStore(tx, actor, changes))

/** The same within a transaction, for who has more to do. */
export async function writeStore(tx: Tx, actor: Actor, changes: StoreChanges): Promise<Store> {
  const before = await lockStore(tx)
  const fields = (Object.keys(changes) as (keyof StoreChanges)[]).filter(
    (field) => changes[field] !== undefined && changes[field] !== before[field],
  )
  if (fields.length === 0) return before
  const after = await updateStore(tx, Object.fromEntries(fields.map((field) => [field, changes[field]])))
  await recordEvent(tx, actor, { name: 'store.changed', customer_id: null, detail: { fields } })
  return after
}
