import type { Person } from '@crm/contract'
import { useState } from 'react'
import { storeName } from '../../../lib/store.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Mark } from '../../ui/mark.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Cloth } from './cloth.tsx'

const LargeCard = later(async () => (await import('./large-card.tsx')).LargeCard, null)

/** What a customer shows at the till: a name to be called by, and a code to be found by. */
export function CustomerCard({ person }: { person: Person }) {
  const [isLarge, setLarge] = useState(false)
  return (
    <section className="customer-card" aria-label={m.dashboard_card()}>
      <Cloth />
      <div className="card-face">
        <div className="card-words">
          <p className="card-store">
            <Mark size={28} />
            {storeName()}
          </p>
          <p className="card-name">{person.full_name}</p>
        </div>
        <div className="card-code">
          <QrCode text={`crm:${person.id}`} label={m.dashboard_code()} />
        </div>
        <Button look="secondary" onClick={() => setLarge(true)}>
          {m.dashboard_larger()}
        </Button>
      </div>
      {isLarge ? <LargeCard person={person} onClose={() => setLarge(false)} /> : null}
    </section>
  )
}
