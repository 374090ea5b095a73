import type { EventName } from '@crm/contract'
import { invariant } from '../../../platform/errors.ts'
import type { JobPayload } from '../../../platform/jobs/enqueue.ts'

type Notice = 'secondFactorOn' | 'secondFactorOff' | 'secondFactorRemoved' | 'recoveryCodesRenewed'

const notices: Partial<Record<EventName, Notice>> = {
  'auth.second_factor_enabled': 'secondFactorOn',
  'auth.second_factor_disabled': 'secondFactorOff',
  'auth.recovery_codes_renewed': 'recoveryCodesRenewed',
}

/** Which mail tells somebody what happened to their second step. */
export function secondFactorNotice({ event_name, by_store }: JobPayload): Notice {
  if (by_store) return 'secondFactorRemoved'
  const notice = notices[event_name as EventName]
  invariant(notice, `no mail tells of ${event_name}`)
  return notice
}
