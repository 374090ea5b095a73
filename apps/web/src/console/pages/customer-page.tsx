import '../features/history/history.css'
import '../ui/page.css'
import { Refusal } from '@crm/client'
import type { CustomerDetail, Person } from '@crm/contract'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { m } from '../../messages/messages.js'
import { usePerson } from '../app/use-session.ts'
import { customerQuery } from '../features/customer/customer.api.ts'
import { CustomerMenu } from '../features/customer/customer-menu.tsx'
import { CustomerSummary } from '../features/customer/customer-summary.tsx'
import { ProfileView } from '../features/customer/profile-view.tsx'
import { TrashBanner } from '../features/customer/trash-banner.tsx'
import { listOfWord } from '../features/customers/customer-path.ts'
import { Stack } from '../ui/layout.tsx'
import { TextLink } from '../ui/link.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { CustomerNeighbors } from './customer-neighbors.tsx'
import { CustomerTabs } from './customer-tabs.tsx'

/** Everything the store knows about one customer, and everything staff can do for them. */
export function CustomerPage() {
  const { id } = useParams({ from: '/inside/customers/$id' })
  const { list } = useSearch({ from: '/inside/customers/$id' })
  const reader = usePerson()
  const customer = useQuery(customerQuery(id))
  if (!reader) return null
  if (customer.error instanceof Refusal && [400, 404].includes(customer.error.status)) return <NoCustomer />
  return (
    <Stack gap="lg" className="customer">
      <div className="customer-way">
        <BackLink />
        {list !== undefined && <CustomerNeighbors id={id} list={list} />}
      </div>
      <Loaded query={customer} loading={m.customer_loading()}>
        {(found) => <Customer key={found.id} customer={found} reader={reader} />}
      </Loaded>
    </Stack>
  )
}

function Customer({ customer, reader }: { customer: CustomerDetail; reader: Person }) {
  if (customer.trashed_at)
    return (
      <>
        <TrashBanner customer={customer} reader={reader} since={customer.trashed_at} />
        <CustomerSummary customer={customer} />
        <h2>{m.customer_tab_profile()}</h2>
        <ProfileView customer={customer} />
      </>
    )
  return (
    <>
      <CustomerSummary customer={customer} actions={<CustomerMenu customer={customer} reader={reader} />} />
      <CustomerTabs customer={customer} reader={reader} />
    </>
  )
}

/** Back to the list as it was when the customer was opened from it. */
function BackLink() {
  const { list } = useSearch({ from: '/inside/customers/$id' })
  const search = list === undefined ? {} : listOfWord(list)
  return (
    <TextLink to="/customers" search={search} className="back">
      <IconArrowLeft size={18} aria-hidden /> {search.trashed ? m.customers_trash() : m.customer_all()}
    </TextLink>
  )
}

function NoCustomer() {
  return (
    <div className="state">
      <PageTitle>{m.customer_not_found()}</PageTitle>
      <p>{m.customer_not_found_text()}</p>
      <BackLink />
    </div>
  )
}
