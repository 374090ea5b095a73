import { roles, type StaffMember } from '@crm/contract'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'

/** More than any store of this kind employs. */
const mostStaff = 1_000

/** Everybody with a role who is not in the trash: by role, owners first, then by the name they go by. */
export async function listStaff(db: Db): Promise<StaffMember[]> {
  const staff = await db
    .selectFrom('customers')
    .select(['id', 'full_name', 'email', 'role', 'last_login', 'is_active', 'profile_picture'])
    .where('role', 'is not', null)
    .where('trashed_at', 'is', null)
    .orderBy(sql`array_position(${[...roles]}::text[], role)`)
    .orderBy(sql`coalesce(nullif(full_name, ''), email collate "und-x-icu")`)
    .orderBy('id')
    .limit(mostStaff)
    .execute()
  return staff as StaffMember[]
}
