/** What a person may do, and which role may do what. A route names one of these. */

export const roles = ['owner', 'manager', 'marketer', 'cashier', 'auditor'] as const
export type Role = (typeof roles)[number]

/** Permissions of anybody who is signed in to an own account. */
export type OwnPermission = 'account:own'

/** `customers:write` is what people say about themselves; who can sign in, and the trash, is `customers:manage`. */
export const staffPermissions = [
  'customers:read',
  'customers:write',
  'customers:manage',
  'notes:read',
  'notes:write',
  'staff:manage',
  'store:manage',
] as const
export type StaffPermission = (typeof staffPermissions)[number]

export type Permission = 'public' | OwnPermission | StaffPermission

const readers: StaffPermission[] = ['customers:read', 'notes:read']

export const rolePermissions: Record<Role, readonly StaffPermission[]> = {
  owner: staffPermissions,
  manager: [...readers, 'customers:write', 'customers:manage', 'notes:write'],
  marketer: readers,
  cashier: [...readers, 'customers:write', 'notes:write'],
  auditor: readers,
}

/** Whether a signed-in person with this role (or none) may do it. */
export function mayDo(role: Role | null, permission: Permission): boolean {
  if (permission === 'public' || permission === 'account:own') return true
  return role !== null && rolePermissions[role].includes(permission)
}
