import './customer-summary.css'
import type { CustomerDetail } from '@crm/contract'
import type { ReactNode } from 'react'
import { formatDate, formatMoment, formatMoney, formatNumber } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Avatar } from '../../ui/avatar.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { phoneText } from '../../ui/phone-text.ts'
import { shownName } from '../../ui/shown-name.ts'
import { CustomerBadges } from './customer-badges.tsx'

/** Who this is, at a glance: what somebody at the till looks for first. */
export function CustomerSummary({ customer, actions }: { customer: CustomerDetail; actions?: ReactNode }) {
  const facts: [string, string][] = [
    [m.customer_since(), formatDate(customer.date_joined)],
    [m.customer_last_sign_in(), customer.last_login ? formatMoment(customer.last_login) : m.customer_never()],
    [m.customer_purchases(), formatNumber(customer.total_purchases)],
    [m.customer_spent(), formatMoney(customer.total_spent)],
    [m.customer_points(), formatNumber(customer.loyalty_points)],
  ]
  return (
    <header className="summary">
      <div className="summary-person">
        <Avatar name={shownName(customer)} picture={customer.profile_picture} size={72} />
        <div className="summary-name">
          <PageTitle>{shownName(customer)}</PageTitle>
          <p className="summary-contact">
            <a href={`mailto:${customer.email}`}>{customer.email}</a>
            {customer.phone_number && (
              <a href={`tel:${customer.phone_number}`}>{phoneText(customer.phone_number)}</a>
            )}
          </p>
          <CustomerBadges customer={customer} />
        </div>
        {actions}
      </div>
      <dl className="facts" aria-label={m.customer_summary()}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}
