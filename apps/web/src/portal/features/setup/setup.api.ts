import type { BrowserSession, Setup, StoreSetup } from '@crm/contract'
import { api, begin } from '../../../lib/session.ts'

const path = '/api/browser/setup/'

/** Whether the first run can be done with this link; a `Refusal` with 404 says that it can't. */
export const askWhetherOpen = (token: string) =>
  api.ask<Setup>(`${path}?token=${encodeURIComponent(token)}`, { isPublic: true })

/** Opens the store: its owner is made and signed in. What is `done` first comes before the page changes. */
export async function setUp(body: StoreSetup, done: () => void): Promise<void> {
  const session = await api.ask<BrowserSession>(path, { method: 'POST', body, isPublic: true })
  done()
  begin(session)
}
