import type { Db } from './db/db.ts'

/**
 * What a module holds on one person, for the person to take along. Each module that keeps something about customers
 * answers for its part of `OwnData`; `app.ts` gathers them. It holds nothing about anybody else, and has a limit.
 */
export type CustomerData<Part> = { exportOf(db: Db, customer_id: string): Promise<Part> }
