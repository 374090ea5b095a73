import type { CustomerDetail, Profile, Role } from '@crm/contract'
import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import { isDuplicate } from '../../platform/db/database-errors.ts'
import { type Db, queryBuilder, type Tx } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/db-types.ts'
import { prepare } from '../../platform/db/prepared.ts'
import { AppError } from '../../platform/errors.ts'

const profileColumns = [
  'id',
  'email',
  'first_name',
  'last_name',
  'full_name',
  'phone_number',
  'date_of_birth',
  'street_address',
  'city',
  'province_state',
  'postal_code',
  'country',
  'preferred_language',
  'dietary_preferences',
  'favorite_products',
  'profile_picture',
  'email_notifications',
  'sms_notifications',
  'push_notifications',
  'is_verified',
  'is_staff',
  'total_purchases',
  sql<string>`(total_spent_cents / 100.0)::numeric(14, 2)::text`.as('total_spent'),
  'loyalty_points',
  'date_joined',
  'last_login',
  'updated_at',
] as const

const detailColumns = [...profileColumns, 'is_active', 'role', 'trashed_at'] as const

const readProfile = prepare<Profile, [id: string]>(
  'profile',
  queryBuilder
    .selectFrom('customers')
    .select(profileColumns)
    .where('id', '=', '')
    .where('trashed_at', 'is', null)
    .$castTo<Profile>()
    .compile(),
)

/** The profile as its owner sees it. Throws `not_found` once it is in the trash. */
export async function getProfile(db: Db, id: string): Promise<Profile> {
  const { rows } = await readProfile(db, id)
  if (!rows[0]) throw new AppError('not_found')
  return rows[0]
}

export type DashboardFacts = {
  id: string
  email: string
  full_name: string
  total_purchases: number
  loyalty_points: number
  date_joined: string
  email_notifications: boolean
  sms_notifications: boolean
  push_notifications: boolean
}

const readDashboardFacts = prepare<DashboardFacts, [id: string]>(
  'dashboard',
  queryBuilder
    .selectFrom('customers')
    .select(['id', 'email', 'full_name', 'total_purchases', 'loyalty_points', 'date_joined'])
    .select(['email_notifications', 'sms_notifications', 'push_notifications'])
    .where('id', '=', '')
    .where('trashed_at', 'is', null)
    .compile(),
)

export async function getDashboardFacts(db: Db, id: string): Promise<DashboardFacts> {
  const { rows } = await readDashboardFacts(db, id)
  if (!rows[0]) throw new AppError('not_found')
  return rows[0]
}

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

/** What is needed to write to somebody. */
export type Recipient = {
  id: string
  email: string
  first_name: string
  preferred_language: string
  is_verified: boolean
}

const recipientColumns = ['id', 'email', 'first_name', 'preferred_language', 'is_verified'] as const

/** The active customer with this address, in any letter case, if there is one. */
export const findRecipientByEmail = (db: Db, email: string): Promise<Recipient | undefined> =>
  db
    .selectFrom('customers')
    .select(recipientColumns)
    .where('email_key', '=', sql<string>`email_key(${email})`)
    .where('trashed_at', 'is', null)
    .where('is_active', '=', true)
    .executeTakeFirst()

/** The active customer with this id, if there is one. */
export const findRecipient = (db: Db, id: string): Promise<Recipient | undefined> =>
  db
    .selectFrom('customers')
    .select(recipientColumns)
    .where('id', '=', id)
    .where('trashed_at', 'is', null)
    .where('is_active', '=', true)
    .executeTakeFirst()

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

/** Remembers that somebody signed in, as `last_login`. */
export async function touchLastLogin(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('customers').set({ last_login: sql<string>`now()` }).where('id', '=', id).execute()
}

/** Gives a staff role, or with null takes it away. */
export const setRole = (tx: Tx, id: string, role: Role | null) => updateCustomer(tx, id, { role })

/** Whether somebody else is an owner who may sign in: there must always be one. Holds them until the transaction ends. */
export async function hasOtherOwner(tx: Tx, id: string): Promise<boolean> {
  const others = await tx
    .selectFrom('customers')
    .select('id')
    .where('role', '=', 'owner')
    .where('id', '<>', id)
    .where('is_active', '=', true)
    .where('trashed_at', 'is', null)
    .forNoKeyUpdate()
    .execute()
  return others.length > 0
}
