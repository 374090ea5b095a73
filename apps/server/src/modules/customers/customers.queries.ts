import type { CustomerDetail, Role } from '@crm/contract'
import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import { isDuplicate } from '../../platform/db/database-errors.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/db-types.ts'
import { AppError } from '../../platform/errors.ts'
import { profileColumns } from './profiles.queries.ts'

const detailColumns = [...profileColumns, 'is_active', 'role', 'trashed_at'] as const

/** The whole customer as staff sees it; one in the trash only where the trash is meant. */
export async function getCustomer(db: Db, id: string, { trashed = false } = {}): Promise<CustomerDetail> {
  const customer = await db
    .selectFrom('customers')
    .select(detailColumns)
    .where('id', '=', id)
    .where('trashed_at', trashed ? 'is not' : 'is', null)
    .executeTakeFirst()
  if (!customer) throw new AppError('not_found')
  return customer as CustomerDetail
}

/** Throws `not_found` for who is neither in the lists nor in the trash. */
export async function getAnyCustomer(db: Db, id: string): Promise<{ id: string }> {
  const customer = await db.selectFrom('customers').select('id').where('id', '=', id).executeTakeFirst()
  if (!customer) throw new AppError('not_found')
  return customer
}

/** What people are called, by id, those in the trash among them; who has no name is called by the address. */
export async function listNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db
    .selectFrom('customers')
    .select(['id', sql<string>`coalesce(nullif(full_name, ''), email)`.as('name')])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** Whether an address, in any spelling, belongs to somebody who is not in the trash: to somebody else than `except`. */
export async function isEmailTaken(
  db: Db,
  email: string,
  { except }: { except?: string } = {},
): Promise<boolean> {
  const found = await db
    .selectFrom('customers')
    .select('id')
    .where('email_key', '=', sql<string>`email_key(${email})`)
    .where('trashed_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('id', '<>', except ?? ''))
    .executeTakeFirst()
  return found !== undefined
}

export type CustomerInsert = Insertable<DB['customers']>

/** Adds a customer, or returns undefined when the address is taken: also by somebody at this very moment. */
export const insertCustomer = (tx: Tx, values: CustomerInsert) =>
  tx
    .insertInto('customers')
    .values(values)
    .onConflict((conflict) => conflict.expression(sql`email_key`).where('trashed_at', 'is', null).doNothing())
    .returning(['id', 'email', 'first_name', 'last_name', 'full_name', 'is_verified', 'date_joined'])
    .executeTakeFirst()

/** Waits for a turn with this customer, who is not in the trash; holds it until the transaction ends. */
export async function lockCustomer(tx: Tx, id: string, { trashed = false } = {}): Promise<CustomerDetail> {
  const customer = await tx
    .selectFrom('customers')
    .select(detailColumns)
    .where('id', '=', id)
    .where('trashed_at', trashed ? 'is not' : 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!customer) throw new AppError('not_found')
  return customer as CustomerDetail
}

/** Takes turns with many customers, in the trash or not, always in the same order: two that ask for the same never block each other. */
export async function lockCustomers(tx: Tx, ids: readonly string[]): Promise<CustomerDetail[]> {
  const customers = await tx
    .selectFrom('customers')
    .select(detailColumns)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return customers as CustomerDetail[]
}

type CustomerColumns = Updateable<DB['customers']>
type CustomerUpdate = Omit<CustomerColumns, 'trashed_at'> & { trashed_at?: RawBuilder<string> }

/** Changes a customer who is not in the trash; throws `not_found` or, where the address is somebody else's, `email_taken`. */
export async function updateCustomer(tx: Tx, id: string, changes: CustomerUpdate): Promise<CustomerDetail> {
  try {
    const customer = await tx
      .updateTable('customers')
      .set({ ...changes, updated_at: sql<string>`now()` })
      .where('id', '=', id)
      .where('trashed_at', 'is', null)
      .returning(detailColumns)
      .executeTakeFirst()
    if (!customer) throw new AppError('not_found')
    return customer as CustomerDetail
  } catch (cause) {
    if (isDuplicate(cause, 'customers_email_taken'))
      throw new AppError('email_taken', 'Customer with this email already exists.', { cause })
    throw cause
  }
}

/** A part of a larger statement: those of `ids` signed in just now; tells their ids. */
export const touchedLastLogin = (ids: string) => sql`
  update customers set last_login = now() from ${sql.ref(ids)} as those where customers.id = those.id
  returning customers.id`

/** The same for one customer, in a statement of its own. */
export async function touchLastLogin(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('customers').set({ last_login: sql<string>`now()` }).where('id', '=', id).execute()
}

/** Gives a staff role, or with null takes it away. */
export const setRole = (tx: Tx, id: string, role: Role | null) => updateCustomer(tx, id, { role })

/**
 * Whether somebody else is an owner who may sign in: there must always be one. Whoever asks takes turns until the end of
 * the transaction, each with their own customer locked before: owners who let each other go never wait for one another.
 */
export async function hasOtherOwner(tx: Tx, id: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('customers: the last owner', 0))`.execute(tx)
  const other = await tx
    .selectFrom('customers')
    .select('id')
    .where('role', '=', 'owner')
    .where('id', '<>', id)
    .where('is_active', '=', true)
    .where('trashed_at', 'is', null)
    .executeTakeFirst()
  return other !== undefined
}
