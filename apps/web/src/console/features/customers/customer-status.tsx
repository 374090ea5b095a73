import type { CustomerRow } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { StatusBadge } from '../../ui/status-badge.tsx'

/** What is out of the ordinary first: a usual customer has one quiet badge. */
export function CustomerStatus({ customer }: { customer: CustomerRow }) {
  return (
    <span className="customer-status">
      {customer.is_staff ? <StatusBadge tone="warm">{m.customers_staff()}</StatusBadge> : null}
      {customer.is_active ? null : <StatusBadge tone="bad">{m.customers_deactivated()}</StatusBadge>}
      {customer.is_active && customer.is_verified ? (
        <StatusBadge tone="good">{m.customers_verified()}</StatusBadge>
      ) : null}
      {customer.is_verified ? null : <StatusBadge tone="calm">{m.customers_not_verified()}</StatusBadge>}
    </span>
  )
}
