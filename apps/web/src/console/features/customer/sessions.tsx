import './sessions.css'
import type { CustomerDetail, CustomerSession, Person } from '@crm/contract'
import { useQuery } from '@tanstack/react-query'
import { deviceName } from '../../../lib/device-words.ts'
import { formatMoment } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Nothing } from '../../ui/nothing.tsx'
import { shownName } from '../../ui/shown-name.ts'
import { sessionsQuery } from './customer.api.ts'
import { useCustomerActions } from './use-customer-actions.ts'
import { whyNotAccount } from './who-may-change.ts'

/** On which devices a customer is signed in. */
export function Sessions({ customer, reader }: { customer: CustomerDetail; reader: Person }) {
  const sessions = useQuery(sessionsQuery(customer.id))
  const { signOut, isBusy } = useCustomerActions(customer)
  const reason = whyNotAccount(reader, customer)
  return (
    <Stack component="section" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{m.customer_sessions_title({ name: shownName(customer) })}</h2>
      <Loaded query={sessions} loading={m.customer_loading()}>
        {(all) =>
          all.length === 0 ? (
            <Nothing title={m.customer_sessions_empty()} text={m.customer_sessions_empty_text()} />
          ) : (
            <>
              <ul className="sessions">
                {all.map((session) => (
                  <SessionLine key={session.id} session={session} />
                ))}
              </ul>
              {reason ? (
                <p className="quiet">{reason}</p>
              ) : (
                <div>
                  <Button variant="default" loading={isBusy} onClick={signOut}>
                    {m.customer_sign_out_everywhere()}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}

function SessionLine({ session }: { session: CustomerSession }) {
  return (
    <li className="session">
      <p>
        <strong>{deviceName(session.device) || m.customer_session_unknown_device()}</strong>
      </p>
      <p className="quiet">
        {m.customer_session_used({ moment: formatMoment(session.last_used_at) })} ·{' '}
        {m.customer_session_opened({ moment: formatMoment(session.created_at) })} ·{' '}
        {m.customer_session_address({ address: session.address })}
      </p>
    </li>
  )
}
