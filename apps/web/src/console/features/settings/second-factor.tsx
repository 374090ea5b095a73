import './second-factor.css'
import type { Person } from '@crm/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Group, Stack } from '../../ui/layout.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Alert } from '../../ui/text.tsx'
import { EndSecondFactor } from './end-second-factor.tsx'
import { RenewRecoveryCodes } from './renew-recovery-codes.tsx'
import { secondFactorQuery } from './second-factor.api.ts'
import { StartSecondFactor } from './start-second-factor.tsx'

/** What is being done now. It goes on when the list of facts is asked for again: codes are shown only once. */
const changes = { start: StartSecondFactor, end: EndSecondFactor, renew: RenewRecoveryCodes }
type Change = keyof typeof changes

/** A code from the phone beside the password: turned on in three steps, turned off with both. */
export function SecondFactor({ reader }: { reader: Person }) {
  const factor = useQuery(secondFactorQuery)
  const queryClient = useQueryClient()
  const [change, setChange] = useState<Change>()
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey })
    setChange(undefined)
  }
  const Now = change && changes[change]
  return (
    <Stack component="section" gap="sm" aria-labelledby="second-factor-title">
      <h2 id="second-factor-title">{m.settings_second_factor()}</h2>
      <p>{m.settings_second_factor_text()}</p>
      {Now ? (
        <Now onDone={done} onCancel={() => setChange(undefined)} />
      ) : (
        <Loaded query={factor} loading={m.settings_loading()}>
          {({ is_on, recovery_codes_left }) =>
            is_on ? (
              <IsOn codesLeft={recovery_codes_left} onChange={setChange} />
            ) : (
              <IsOff reader={reader} onStart={() => setChange('start')} />
            )
          }
        </Loaded>
      )}
    </Stack>
  )
}

function IsOn({ codesLeft, onChange }: { codesLeft: number; onChange: (change: Change) => void }) {
  return (
    <>
      <p>
        <StatusBadge tone="good">{m.settings_second_factor_on()}</StatusBadge>{' '}
        <span className="quiet">{m.settings_recovery_left({ count: codesLeft })}</span>
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={() => onChange('renew')}>
          {m.settings_recovery_renew()}
        </Button>
        <Button variant="default" onClick={() => onChange('end')}>
          {m.settings_second_factor_stop()}
        </Button>
      </Group>
    </>
  )
}

function IsOff({ reader: { role }, onStart }: { reader: Person; onStart: () => void }) {
  const isNudged = role === 'owner' || role === 'manager'
  return (
    <>
      {isNudged ? (
        <Alert color="var(--oil)" title={m.settings_second_factor_nudge()}>
          {m.settings_second_factor_nudge_text({ apps: m.code_apps() })}
        </Alert>
      ) : (
        <p>
          <StatusBadge tone="warm">{m.settings_second_factor_off()}</StatusBadge>
        </p>
      )}
      <div>
        <Button onClick={onStart}>{m.settings_second_factor_start()}</Button>
      </div>
    </>
  )
}
