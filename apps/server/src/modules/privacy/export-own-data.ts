import type { OwnData } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import type { CustomerData } from '../../platform/customer-data.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { recordEvent } from '../audit/index.ts'

/** Who answers for each part: a part that the contract names and nobody gives does not compile. */
export type CustomerDataParts = { [Part in keyof Omit<OwnData, 'made_at'>]: CustomerData<OwnData[Part]> }

type Whose = { customer_id: string; parts: CustomerDataParts }

/**
 * Everything that the store holds on a person, as of one moment; that it was taken along is traced. What staff notes for
 * itself is no part of it: those notes are for staff alone, by contract, and so is every trace of them.
 */
export function exportOwnData(db: Db, actor: Actor, { customer_id, parts }: Whose): Promise<OwnData> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const data = await gather(tx, parts, customer_id)
      await recordEvent(tx, actor, { name: 'customer.data_exported', customer_id })
      return data
    })
}

async function gather(tx: Tx, parts: CustomerDataParts, customer_id: string): Promise<OwnData> {
  const given: [string, unknown][] = []
  for (const [name, part] of Object.entries(parts)) given.push([name, await part.exportOf(tx, customer_id)])
  return { made_at: new Date().toISOString(), ...Object.fromEntries(given) } as OwnData
}
