import type { BrowserSession } from '@crm/contract'
import { api, begin } from '../../../lib/session.ts'

/** Signs in on this device; throws a `Refusal`. */
export async function signIn(body: { email: string; password: string }): Promise<void> {
  begin(await api.ask<BrowserSession>('/api/browser/login/', { method: 'POST', body, isPublic: true }))
}
