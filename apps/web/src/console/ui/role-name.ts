import type { Role } from '@crm/contract'
import { m } from '../../messages/messages.js'

const names: Record<Role, () => string> = {
  owner: m.console_role_owner,
  manager: m.console_role_manager,
  marketer: m.console_role_marketer,
  cashier: m.console_role_cashier,
  auditor: m.console_role_auditor,
}

/** A role in the reader's words; one that these pages do not know yet keeps its own name. */
export const roleName = (role: string): string => names[role as Role]?.() ?? role
