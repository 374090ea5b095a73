import './customer-name.css'
import type { CustomerRow } from '@crm/contract'
import { Link } from '@tanstack/react-router'
import { listWord } from './customer-path.ts'
import { useList } from './use-list.ts'

/** Who it is, as the way to their page; the address stands below. */
export function CustomerName({ customer }: { customer: CustomerRow }) {
  const { search } = useList()
  return (
    <>
      <Link
        to="/customers/$id"
        params={{ id: customer.id }}
        search={{ list: listWord(search) }}
        className="customer-link"
        data-customer={customer.id}
      >
        {customer.full_name || customer.email}
      </Link>
      {customer.full_name ? <span className="customer-email">{customer.email}</span> : null}
    </>
  )
}
