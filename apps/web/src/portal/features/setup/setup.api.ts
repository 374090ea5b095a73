import type { BrowserSession, Setup as Opening } from '@crm/contract'
import { api, begin } from '../../../lib/session.ts'

export type { Opening }

const path = '/api/browser/setup/'

export type Setup = {
  token: string
  email: string
  password: string
  password_confirm: string
  first_name: string
  last_name: string
  store_name: string
  language: string
  time_zone: string
  currency: string
  demo: boolean
}

/** Whether the first run can be done with this link; a `Refusal` with 404 says that it can't. */
export const askWhetherOpen = (token: string) =>
  api.ask<Opening>(`${path}?token=${encodeURIComponent(token)}`, { isPublic: true })

/** Opens the store: its owner is made and signed in. What is `done` first comes before the page changes. */
export async function setUp(body: Setup, done: () => void): Promise<void> {
  const session = await api.ask<BrowserSession>(path, { method: 'POST', body, isPublic: true })
  done()
  begin(session)
}
