import type { EventName } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'

/** Ids, codes and numbers: never a name, an address or a text, so that erasing a person does not rewrite the trail. */
export type Detail = Record<string, string | number | boolean | null | readonly string[]>

export type Event = { name: EventName; customer_id: string | null; detail?: Detail }

export async function insertEvent(
  tx: Tx,
  actor: Actor,
  { name, customer_id, detail = {} }: Event,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('audit_events')
    .values({
      id,
      name,
      actor_id: actor.id,
      actor_role: actor.role,
      actor_address: actor.address,
      request_id: actor.request_id,
      customer_id,
      detail: JSON.stringify(detail),
    })
    .execute()
  return id
}
