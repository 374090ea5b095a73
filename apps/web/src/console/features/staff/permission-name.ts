import type { Role, StaffPermission } from '@crm/contract'
import { m } from '../../../messages/messages.js'

/** What each permission lets somebody do, in the reader's words. */
export const permissionNames: Record<StaffPermission, () => string> = {
  'customers:read': m.staff_permission_customers_read,
  'customers:write': m.staff_permission_customers_write,
  'customers:manage': m.staff_permission_customers_manage,
  'notes:read': m.staff_permission_notes_read,
  'notes:write': m.staff_permission_notes_write,
  'staff:manage': m.staff_permission_staff_manage,
  'store:manage': m.staff_permission_store_manage,
}

/** What each role is for, in a sentence. */
export const rolePurposes: Record<Role, () => string> = {
  owner: m.staff_about_owner,
  manager: m.staff_about_manager,
  marketer: m.staff_about_marketer,
  cashier: m.staff_about_cashier,
  auditor: m.staff_about_auditor,
}
