import type { Activity, ActivityName, ActivityPage } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { listActivity, type TrailEvent } from '../audit/index.ts'
import { cursorAfter, partAfter } from './event-cursor.ts'

const pageSize = 20

/**
 * A page of what happened to an account, for its owner, newest first. It names nobody of the store, neither where they
 * were nor what they wrote. Throws field errors for a broken cursor.
 */
export async function listOwnActivity(db: Db, customer_id: string, cursor = ''): Promise<ActivityPage> {
  const found = await listActivity(db, customer_id, partAfter(cursor, pageSize))
  return {
    results: found.slice(0, pageSize).map((event) => told(event, customer_id)),
    next_cursor: cursorAfter(found, pageSize),
  }
}

const told = (event: TrailEvent, customer_id: string): Activity => ({
  id: event.id,
  name: event.name as ActivityName,
  created_at: event.occurred_at,
  by: authorOf(event, customer_id),
})

function authorOf({ actor_id, actor_role }: TrailEvent, customer_id: string): Activity['by'] {
  if (actor_id === customer_id) return 'you'
  return actor_role === 'anonymous' ? 'anonymous' : 'store'
}
