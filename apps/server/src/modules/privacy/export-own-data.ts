import type { OwnData } from '@crm/contract'
import type { CustomerData } from '../../platform/customer-data.ts'
import type { Db } from '../../platform/db/db.ts'

/** Who answers for each part: a part that the contract names and nobody gives does not compile. */
export type CustomerDataParts = { [Part in keyof Omit<OwnData, 'made_at'>]: CustomerData<OwnData[Part]> }

/**
 * Everything that the store holds on a person, as of one moment. What staff notes for itself is no part of it: those
 * notes are for staff alone, by contract, and so is every trace of them.
 */
export function exportOwnData(db: Db, parts: CustomerDataParts, customer_id: string): Promise<OwnData> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const given: [string, unknown][] = []
      for (const [name, part] of Object.entries(parts))
        given.push([name, await part.exportOf(tx, customer_id)])
      return { made_at: new Date().toISOString(), ...Object.fromEntries(given) } as OwnData
    })
}
