import type { Role } from '@crm/contract'
import { m } from '../../messages/messages.js'

const names: Record<Role, () => string> = {
  owner: m.staff_role_owner,
  manager: m.staff_role_manager,
  marketer: m.staff_role_marketer,
  cashier: m.staff_role_cashier,
  auditor: m.staff_role_auditor,
}

/** A role in the reader's words; one that these pages do not know yet keeps its own name. */
export const roleName = (role: string): string => names[role as Role]?.() ?? role
