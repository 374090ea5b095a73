import type { Person } from '@crm/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Alert } from '../../ui/text.tsx'
import { EndSecondFactor } from './end-second-factor.tsx'
import { secondFactorQuery } from './second-factor.api.ts'
import { StartSecondFactor } from './start-second-factor.tsx'

/** A code from the phone beside the password: turned on in three steps, turned off with both. */
export function SecondFactor({ reader }: { reader: Person }) {
  const factor = useQuery(secondFactorQuery)
  const queryClient = useQueryClient()
  const [isChanging, setChanging] = useState(false)
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey })
    setChanging(false)
  }
  const isNudged = reader.role === 'owner' || reader.role === 'manager'
  return (
    <Stack component="section" gap="sm" aria-labelledby="second-factor-title">
      <h2 id="second-factor-title">{m.settings_second_factor()}</h2>
      <p>{m.settings_second_factor_text()}</p>
      <Loaded query={factor} loading={m.settings_loading()}>
        {({ is_on, recovery_codes_left }) => {
          if (isChanging && is_on)
            return <EndSecondFactor onDone={done} onCancel={() => setChanging(false)} />
          if (isChanging) return <StartSecondFactor onDone={done} onCancel={() => setChanging(false)} />
          return (
            <>
              {is_on ? <IsOn codesLeft={recovery_codes_left} /> : <IsOff isNudged={isNudged} />}
              <div>
                <Button variant={is_on ? 'default' : 'filled'} onClick={() => setChanging(true)}>
                  {is_on ? m.settings_second_factor_stop() : m.settings_second_factor_start()}
                </Button>
              </div>
            </>
          )
        }}
      </Loaded>
    </Stack>
  )
}

const IsOn = ({ codesLeft }: { codesLeft: number }) => (
  <p>
    <StatusBadge tone="good">{m.settings_second_factor_on()}</StatusBadge>{' '}
    <span className="quiet">{m.settings_recovery_left({ count: codesLeft })}</span>
  </p>
)

function IsOff({ isNudged }: { isNudged: boolean }) {
  if (!isNudged)
    return (
      <p>
        <StatusBadge tone="warm">{m.settings_second_factor_off()}</StatusBadge>
      </p>
    )
  return (
    <Alert color="var(--oil)" title={m.settings_second_factor_nudge()}>
      {m.settings_second_factor_nudge_text()}
    </Alert>
  )
}
