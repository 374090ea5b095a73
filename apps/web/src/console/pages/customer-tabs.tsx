import { type CustomerDetail, mayDo, type Person } from '@crm/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { m } from '../../messages/messages.js'
import { Profile } from '../features/customer/profile.tsx'
import { Sessions } from '../features/customer/sessions.tsx'
import { History } from '../features/history/history.tsx'
import { Notes } from '../features/notes/notes.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { type CustomerTab, customerTabs } from './customer-search.ts'

const titles: Record<CustomerTab, () => string> = {
  profile: m.customer_tab_profile,
  notes: m.customer_tab_notes,
  history: m.customer_tab_history,
  sessions: m.customer_tab_sessions,
}

/** The parts of the page, one at a time; the address says which. What is typed in one waits while another is read. */
export function CustomerTabs({ customer, reader }: { customer: CustomerDetail; reader: Person }) {
  const { tab = 'profile', edit } = useSearch({ from: '/inside/customers/$id' })
  const navigate = useNavigate({ from: '/customers/$id' })
  const show = (next: { tab?: CustomerTab; edit?: 'yes' | undefined }) =>
    navigate({ search: (search) => ({ ...search, ...next }), replace: true, resetScroll: false })
  const mayManage = mayDo(reader.role, 'customers:manage')
  const shown = customerTabs.filter((one) => one !== 'sessions' || mayManage)
  const parts: Record<CustomerTab, React.ReactNode> = {
    profile: (
      <Profile
        customer={customer}
        reader={reader}
        isEdited={edit === 'yes'}
        onEdit={(isEdited) => show({ edit: isEdited ? 'yes' : undefined })}
      />
    ),
    notes: <Notes customer_id={customer.id} reader={reader} />,
    history: <History customer_id={customer.id} reader={reader} />,
    sessions: <Sessions customer={customer} reader={reader} />,
  }
  return (
    <Tabs
      value={shown.includes(tab) ? tab : 'profile'}
      onChange={(next) => next && show({ tab: next as CustomerTab })}
      // The kit's other way stops what a hidden part does: it would let a page go on which something is not saved.
      keepMountedMode="display-none"
    >
      <Tabs.List aria-label={m.customer_sections()}>
        {shown.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {titles[one]()}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shown.map((one) => (
        <Tabs.Panel
          key={one}
          value={one}
          className="tab-panel"
          keepMounted={one === 'profile' || one === 'notes'}
        >
          {parts[one]}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
