import '../../ui/page.css'
import type { Person } from '@crm/contract'
import { useQuery } from '@tanstack/react-query'
import { m } from '../../../messages/messages.js'
import { useMay, usePerson } from '../../app/use-session.ts'
import { Stack } from '../../ui/layout.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { GiveRole } from './give-role.tsx'
import { RolesTable } from './roles-table.tsx'
import { staffQuery } from './staff.api.ts'
import { StaffList } from './staff-list.tsx'

/** Who works here, for owners. */
export function StaffPage() {
  const reader = usePerson()
  const may = useMay('staff:manage')
  if (!reader) return null
  if (may) return <Staff reader={reader} />
  return (
    <div className="state">
      <PageTitle>{m.staff_denied()}</PageTitle>
      <p>{m.staff_denied_text()}</p>
    </div>
  )
}

function Staff({ reader }: { reader: Person }) {
  const staff = useQuery(staffQuery)
  return (
    <Stack gap="xl" className="staff-page">
      <div>
        <PageTitle>{m.staff_title()}</PageTitle>
        <p className="quiet">{m.staff_intro()}</p>
      </div>
      <Loaded query={staff} loading={m.staff_loading()}>
        {(all) => (
          <>
            <StaffList staff={all} reader={reader} />
            <GiveRole staff={all} />
            <RolesTable />
          </>
        )}
      </Loaded>
    </Stack>
  )
}
