import { type CustomerDetail, mayDo, type Person } from '@crm/contract'
import { m } from '../../../messages/messages.js'

/** Why the reader may not change something: a sentence for them, or undefined when they may. The server decides alike. */
export type Reason = string | undefined

type Reader = Pick<Person, 'id' | 'role'>
type Whom = Pick<CustomerDetail, 'id' | 'role'>

/** Why not what a customer says about themselves. */
export function whyNotProfile(reader: Reader, { id, role }: Whom): Reason {
  if (!mayDo(reader.role, 'customers:write')) return m.customer_why_reader()
  if (!role || reader.role === 'owner' || reader.id === id) return undefined
  if (role === 'owner') return m.customer_why_owner_profile()
  return mayDo(reader.role, 'customers:manage') ? undefined : m.customer_why_staff_profile()
}

/** Why not what decides whether somebody can sign in, or the trash. */
export function whyNotAccount(reader: Reader, { role }: Whom): Reason {
  if (!mayDo(reader.role, 'customers:manage')) return m.customer_why_account()
  return role && reader.role !== 'owner' ? m.customer_why_staff_account() : undefined
}

/** Why not the address, which is the way into an account. */
export function whyNotEmail(reader: Reader, whom: Whom): Reason {
  const isOwnAndStaff = reader.id === whom.id && whom.role !== null
  return whyNotAccount(reader, whom) ?? (isOwnAndStaff ? m.customer_why_own_email() : undefined)
}

/** Why not lock somebody out: nobody does that to themselves by mistake. */
export const whyNotLockOut = (reader: Reader, whom: Whom): Reason =>
  reader.id === whom.id ? m.customer_why_own_account() : whyNotAccount(reader, whom)
