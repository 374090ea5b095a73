import './profile.css'
import type { CustomerDetail, Person } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Stack } from '../../ui/layout.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ProfileView } from './profile-view.tsx'
import { whyNotProfile } from './who-may-change.ts'

type ProfileProps = {
  customer: CustomerDetail
  reader: Person
  isEdited: boolean
  onEdit: (isEdited: boolean) => void
}

/** What a customer said about themselves: read, or corrected in the same place. */
export function Profile({ customer, reader, isEdited, onEdit }: ProfileProps) {
  const reason = whyNotProfile(reader, customer)
  const mayEdit = reason === undefined && customer.trashed_at === null
  return (
    <Stack component="section" aria-labelledby="profile-title">
      <div className="section-head">
        <h2 id="profile-title">{m.customer_tab_profile()}</h2>
        {mayEdit && !isEdited && (
          <Button variant="default" onClick={() => onEdit(true)}>
            {m.customer_edit()}
          </Button>
        )}
      </div>
      {reason && <p className="quiet">{reason}</p>}
      {mayEdit && isEdited ? (
        <ProfileForm customer={customer} reader={reader} onDone={() => onEdit(false)} />
      ) : (
        <ProfileView customer={customer} />
      )}
    </Stack>
  )
}
