import type { CustomerDetail } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { roleName } from '../../ui/role-name.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'

/** How things stand with a customer, in words; colour only helps. */
export function CustomerBadges({ customer }: { customer: CustomerDetail }) {
  return (
    <div className="badges">
      {customer.trashed_at && <StatusBadge tone="bad">{m.customer_status_trashed()}</StatusBadge>}
      {customer.is_active ? (
        <StatusBadge tone="good">{m.customer_status_active()}</StatusBadge>
      ) : (
        <StatusBadge tone="bad">{m.customer_status_inactive()}</StatusBadge>
      )}
      {customer.is_verified ? (
        <StatusBadge tone="good">{m.customer_status_verified()}</StatusBadge>
      ) : (
        <StatusBadge tone="warm">{m.customer_status_unverified()}</StatusBadge>
      )}
      {customer.role && <StatusBadge tone="calm">{roleName(customer.role)}</StatusBadge>}
    </div>
  )
}
