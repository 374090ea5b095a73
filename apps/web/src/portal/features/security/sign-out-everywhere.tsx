import type { Session } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { leave } from '../../app/leave.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'
import { deviceTitle } from './device-title.ts'
import { signOutEverywhere, useSessions } from './security.api.ts'

/** On a phone it would open under the rooms at the thumb. */
const show = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

/** Names what ends, and ends it; at the door it is said what was ended. */
export function SignOutEverywhere({ onCancel }: { onCancel: () => void }) {
  const sessions = useSessions()
  const [isBusy, setBusy] = useState(false)
  async function end() {
    setBusy(true)
    await sayRefusal(() =>
      leave(async () => m.security_signed_out_everywhere({ count: String(await signOutEverywhere()) })),
    )
    setBusy(false)
  }
  return (
    <div ref={show} className="notice stack">
      <div role="status">
        <Loaded answer={sessions} skeleton={<div className="skeleton" />}>
          {(list) => <p>{whatEnds(list)}</p>}
        </Loaded>
      </div>
      <div className="row">
        <Button look="danger" isBusy={isBusy} onClick={end}>
          {m.security_sign_out_everywhere_yes()}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
      </div>
    </div>
  )
}

function whatEnds(sessions: readonly Session[]): string {
  const others = sessions.filter((one) => !one.is_current)
  if (others.length === 0) return m.security_sign_out_only_here()
  const devices = [...new Set(others.map(({ device }) => deviceTitle(device)))].join(', ')
  return m.security_sign_out_ends({ count: String(others.length), devices })
}
