import { v7 as uuidv7 } from 'uuid'
import type { TestApp } from '../../../test/test-app.ts'
import { type CustomerInsert, insertCustomer } from './customers.queries.ts'

/** Puts customers into the database as they are given, without passwords or mails; returns their ids. */
export const addCustomers = ({ database }: TestApp, people: Partial<CustomerInsert>[]): Promise<string[]> =>
  database.db.transaction().execute(async (tx) => {
    const ids: string[] = []
    for (const person of people) {
      const id = uuidv7()
      const added = await insertCustomer(tx, { id, email: `${id}@example.com`, ...person })
      if (!added) throw new Error(`${person.email} is taken`)
      ids.push(id)
    }
    return ids
  })
