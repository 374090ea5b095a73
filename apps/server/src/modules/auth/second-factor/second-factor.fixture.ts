// Somebody with a second step, and the ways of signing in that they have.
import { turnOnFactor } from '../../../../test/authenticator.ts'
import { ownPage } from '../../../../test/routes.ts'
import { password, type TestApp } from '../../../../test/test-app.ts'

export const path = '/api/customers/second-factor/'

export async function enrol(crm: TestApp, fields: Record<string, unknown> = {}) {
  const person = await crm.register(fields)
  return { ...person, token: person.tokens.access, app: await turnOnFactor(crm, person.tokens.access) }
}

type Try = { email: string; otp?: unknown; typed?: string; remoteAddress?: string }

/** The doors of API clients and of our own pages. */
export const doors: Record<string, string> = {
  'an API client': '/api/customers/login/',
  'a page': '/api/browser/login/',
}

export const signIn = (
  crm: TestApp,
  { email, otp, typed = password, remoteAddress }: Try,
  door = '/api/customers/login/',
) =>
  crm.call('POST', door, {
    body: { email, password: typed, ...(otp === undefined ? {} : { otp }) },
    headers: ownPage,
    ...(remoteAddress ? { remoteAddress } : {}),
  })

/** As if nothing had been used yet: the codes of this minute work once more. */
export const forgetUse = (crm: TestApp, id: string) =>
  crm.database.pool.query('update second_factors set last_used_step = 0 where customer_id = $1', [id])
