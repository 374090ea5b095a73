import type { Profile } from '@crm/contract'
import { sql } from 'kysely'
import type { CustomerData } from '../../platform/customer-data.ts'
import { type Db, queryBuilder } from '../../platform/db/db.ts'
import { prepare } from '../../platform/db/prepared.ts'
import { AppError } from '../../platform/errors.ts'

/** What a profile shows. */
export const profileColumns = [
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

/** What the person and the store say of the person; what staff notes for itself is no part of it, by contract. */
export const profileData: CustomerData<Profile> = { exportOf: getProfile }

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
