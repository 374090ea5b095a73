import type { Batch, NewBatch, Skipped } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { stateAfter } from './batch-states.ts'
import { insertBatch, insertBatchRows } from './batches.queries.ts'
import { changeMany } from './change-many.ts'
import { lockCustomers } from './customers.queries.ts'

/** Does the same to many customers, all in one transaction. Who may not or need not change is left out, with the reason. */
export const makeBatch = (db: Db, actor: Actor, asked: NewBatch): Promise<Batch> =>
  db.transaction().execute((tx) => make(tx, actor, asked))

async function make(tx: Tx, actor: Actor, { action, ids }: NewBatch): Promise<Batch> {
  const id = uuidv7()
  const { undo_until } = await insertBatch(tx, { id, action, created_by: actor.id })
  const asked = [...new Set(ids.map((one) => one.toLowerCase()))]
  const there = (await lockCustomers(tx, asked)).filter(({ trashed_at }) => trashed_at === null)
  const { changed, skipped } = await changeMany(tx, actor, there, {
    state: stateAfter(action),
    trace: { batch_id: id },
  })
  await insertBatchRows(tx, id, changed)

  const known = new Set(there.map((customer) => customer.id))
  const missing = asked
    .filter((one) => !known.has(one))
    .map((one): Skipped => ({ id: one, reason: 'not_found' }))
  return { id, action, count: changed.length, skipped: [...skipped, ...missing], undo_until }
}
