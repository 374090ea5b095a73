import type { CustomerDetail } from '@crm/contract'
import { formatDay } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { type CustomerField, fieldName } from '../../ui/field-name.ts'
import { phoneText } from '../../ui/phone-text.ts'
import { languageNames } from './language-name.ts'
import { profileGroups } from './profile-groups.ts'

/** What a customer said about themselves, to be read. */
export function ProfileView({ customer }: { customer: CustomerDetail }) {
  return (
    <div className="profile">
      {profileGroups.map(({ title, fields }) => (
        <section key={title()} className="profile-group">
          <h3>{title()}</h3>
          <dl className="profile-list">
            {fields.map((field) => (
              <div key={field}>
                <dt>{fieldName(field)}</dt>
                <dd>{said(customer, field) || <span className="quiet">{m.customer_empty_value()}</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

function said(customer: CustomerDetail, field: CustomerField): string {
  const value = customer[field]
  if (typeof value === 'boolean') return value ? m.customer_yes() : m.customer_no()
  if (field === 'preferred_language') return languageNames[customer.preferred_language]()
  if (field === 'phone_number') return phoneText(customer.phone_number)
  if (field === 'date_of_birth' && value) return formatBirthday(value)
  return value ?? ''
}

/** A day of the calendar, the same wherever it is read. */
const formatBirthday = (day: string) => formatDay(new Date(`${day}T00:00`))
