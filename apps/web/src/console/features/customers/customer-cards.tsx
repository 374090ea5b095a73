import './customer-cards.css'
import type { CustomerRow } from '@crm/contract'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { phoneText } from '../../ui/phone-text.ts'
import { CustomerName } from './customer-name.tsx'
import { CustomerStatus } from './customer-status.tsx'
import { RestoreButton } from './restore-button.tsx'
import { SelectBox } from './select-box.tsx'
import { useList } from './use-list.ts'
import type { Selection } from './use-selection.ts'

type CustomerCardsProps = { rows: readonly CustomerRow[]; selection: Selection | undefined; isStale: boolean }

/** The list on phones: a card for each customer, as wide as the thumb reaches. */
export function CustomerCards({ rows, selection, isStale }: CustomerCardsProps) {
  const { search } = useList()
  return (
    <ul className="cards" aria-busy={isStale} data-stale={isStale || undefined}>
      {rows.map((customer) => (
        <li
          key={customer.id}
          className="customer-card"
          data-selected={selection?.has(customer.id) || undefined}
        >
          {selection ? <SelectBox customer={customer} selection={selection} /> : null}
          <div className="customer-card-text">
            <CustomerName customer={customer} />
            <span className="customer-card-facts">{factsOf(customer)}</span>
            <CustomerStatus customer={customer} />
          </div>
          {search.trashed ? <RestoreButton customer={customer} /> : null}
        </li>
      ))}
    </ul>
  )
}

const factsOf = ({ phone_number, city, loyalty_points }: CustomerRow) =>
  [
    phoneText(phone_number),
    city,
    m.customers_points({ shown: formatNumber(loyalty_points), count: loyalty_points }),
  ]
    .filter(Boolean)
    .join(' · ')
