import { Refusal } from '@crm/client'
import type { BrowserSession, Login } from '@crm/contract'
import { language } from '../../../lib/language.ts'
import { api, begin } from '../../../lib/session.ts'
import { m } from '../../../messages/messages.js'

const post = <Body>(path: string, body: object) =>
  api.ask<Body>(path, { method: 'POST', body, isPublic: true })

/** Signs in on this device; throws a `Refusal`, of code `otp_required` where a second factor is asked for. */
export async function signIn(credentials: Login): Promise<void> {
  begin(await post<BrowserSession>('/api/browser/login/', credentials))
}

/** Opens an account and signs in; throws a `Refusal`. What is `done` first comes before the page changes. */
export async function register(
  fields: { email: string; password: string; first_name: string; last_name: string },
  done: () => void,
): Promise<void> {
  const body = { ...fields, password_confirm: fields.password, preferred_language: language() }
  const session = await post<BrowserSession>('/api/browser/register/', body).catch(sayWhoIsKnown)
  done()
  begin(session)
}

/** The store's word for an address that it knows is for its staff; whoever owns the address signs in. */
function sayWhoIsKnown(refusal: unknown): never {
  const known = 'Customer with this email already exists.'
  if (!(refusal instanceof Refusal) || !refusal.fields.email?.includes(known)) throw refusal
  const { status, code, fields } = refusal
  throw new Refusal({ status, code, fields: { ...fields, email: [m.problem_email_taken()] } })
}

export const verifyEmail = (token: string) => post('/api/customers/verify-email/', { token })

export const askForVerification = (email: string) => post('/api/customers/verify-email/resend/', { email })

export const askForPasswordReset = (email: string) => post('/api/customers/password-reset/', { email })

export const resetPassword = (token: string, password: string) =>
  post('/api/customers/password-reset/confirm/', {
    token,
    new_password: password,
    new_password_confirm: password,
  })
