import type { Refusal } from '@crm/client'
import { m } from '../messages/messages.js'

/** What to tell a person when something was refused as a whole: what happened and what to do. */
export function refusalText({ code, status, message, retryAfterSeconds, requestId }: Refusal): string {
  if (code === 'offline') return m.problem_offline()
  if (code === 'throttled') return m.problem_throttled({ seconds: String(retryAfterSeconds ?? 60) })
  if (code === 'invalid_credentials') return m.problem_wrong_credentials()
  if (code === 'email_taken') return m.problem_email_taken()
  if (status === 503) return m.problem_busy()
  if (status >= 500) return m.problem_fault({ id: requestId ?? '' })
  return message
}
