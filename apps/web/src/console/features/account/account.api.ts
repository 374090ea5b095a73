import type { BrowserSession, Login } from '@crm/contract'
import { api, begin } from '../../../lib/session.ts'

/** Signs in on this device; throws a `Refusal`, with `otp_required` when a second factor is asked for. */
export async function signIn(body: Login): Promise<void> {
  begin(await api.ask<BrowserSession>('/api/browser/login/', { method: 'POST', body, isPublic: true }))
}
