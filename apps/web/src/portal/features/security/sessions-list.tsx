import type { Session } from '@crm/contract'
import { useRef, useState } from 'react'
import { formatMoment } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'
import { toast } from '../../ui/toast.tsx'
import { deviceTitle } from './device-title.ts'
import { endSessions, useSessions } from './security.api.ts'

/** Where the person is signed in; any other device can be signed out from here. */
export function SessionsList() {
  const [ending, setEnding] = useState<readonly string[]>([])
  const sessions = useSessions()
  const lines = useRef<HTMLUListElement>(null)
  async function end(ids: readonly string[]) {
    setEnding(ids)
    await sayRefusal(async () => {
      await endSessions(ids)
      // The line is gone, and its button with it.
      lines.current?.focus()
      toast(ids.length > 1 ? m.security_sessions_ended() : m.security_session_ended())
    })
    setEnding([])
  }
  return (
    <Loaded answer={sessions} skeleton={<div className="skeleton" style={{ blockSize: '4rem' }} />}>
      {(list) => {
        const others = list.filter((one) => !one.is_current).map(({ id }) => id)
        return (
          <>
            <ul ref={lines} tabIndex={-1} className="sessions step">
              {list.map((one) => (
                <SessionLine key={one.id} session={one} isEnding={ending.includes(one.id)} onEnd={end} />
              ))}
            </ul>
            {others.length > 1 ? (
              <div>
                <Button look="danger" isBusy={ending.length > 1} onClick={() => end(others)}>
                  {m.security_sessions_end_others()}
                </Button>
              </div>
            ) : null}
            {others.length === 0 ? <p className="quiet">{m.security_sessions_only()}</p> : null}
          </>
        )
      }}
    </Loaded>
  )
}

type LineProps = { session: Session; isEnding: boolean; onEnd: (ids: readonly string[]) => void }

function SessionLine({ session, isEnding, onEnd }: LineProps) {
  const name = deviceTitle(session.device)
  return (
    <li>
      <div>
        <strong>{name}</strong>{' '}
        {session.is_current ? <span className="badge">{m.security_session_this()}</span> : null}
        <p className="quiet">
          {m.security_session_used({ moment: formatMoment(session.last_used_at) })} · {session.address}
        </p>
      </div>
      {session.is_current ? null : (
        <Button look="secondary" isBusy={isEnding} onClick={() => onEnd([session.id])}>
          {m.security_session_end()}
          <span className="visually-hidden">: {name}</span>
        </Button>
      )}
    </li>
  )
}
