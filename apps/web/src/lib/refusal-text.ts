import type { Refusal } from '@crm/client'
import { m } from '../messages/messages.js'
import { isFrench } from './language.ts'

/** What a code of the server means for whom the server's own sentence is in the wrong language. */
const meanings: Record<string, () => string> = {
  permission_denied: m.problem_not_allowed,
  not_found: m.problem_gone,
  not_authenticated: m.problem_signed_out,
  token_not_valid: m.problem_signed_out,
  conflict: m.problem_conflict,
  payload_too_large: m.problem_too_large,
  unsupported_media_type: m.problem_wrong_kind,
}

/** What to tell a person when something was refused as a whole: what happened and what to do. */
export function refusalText({ code, status, message, retryAfterSeconds, requestId }: Refusal): string {
  if (code === 'offline') return m.problem_offline()
  if (code === 'throttled') return waitText(retryAfterSeconds ?? 60)
  if (code === 'invalid_credentials') return m.problem_wrong_credentials()
  if (code === 'email_taken') return m.problem_email_taken()
  if (status === 503) return m.problem_busy()
  if (status >= 500) return m.problem_fault({ id: requestId ?? '' })
  return isFrench ? (meanings[code] ?? m.problem_refused)() : message
}

/** Nobody counts thousands of seconds. */
const waitText = (seconds: number): string =>
  seconds < 120
    ? m.problem_throttled({ seconds: String(seconds) })
    : m.problem_throttled_minutes({ minutes: String(Math.ceil(seconds / 60)) })
