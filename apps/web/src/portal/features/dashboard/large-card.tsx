import type { Person } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { Dialog } from '../../ui/dialog.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import './large-card.css'

/** The code as large as the screen allows, for the reader at the till. */
export function LargeCard({ person, onClose }: { person: Person; onClose: () => void }) {
  return (
    <Dialog title={m.dashboard_card()} onClose={onClose} isFull>
      <div className="card-large">
        <QrCode text={`crm:${person.id}`} label={m.dashboard_code()} />
        <p className="card-name">{person.full_name}</p>
        <p className="quiet">{m.dashboard_at_till()}</p>
      </div>
    </Dialog>
  )
}
