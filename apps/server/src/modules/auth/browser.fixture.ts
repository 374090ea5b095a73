// The pages' own way in: what a browser sends, and the cookie that it gets.
import { parseSetCookie } from 'cookie'
import { expect } from 'vitest'
import { ownPage, sessionCookie } from '../../../test/routes.ts'
import { newEmail, password, type TestApp } from '../../../test/test-app.ts'

export const pages = '/api/browser'

type Options = { cookie?: string; token?: string; body?: unknown; headers?: Record<string, string> }
type Sent = Awaited<ReturnType<TestApp['call']>>

export const registration = () => ({
  email: newEmail(),
  password,
  password_confirm: password,
  first_name: 'Ọlá',
  last_name: '',
})
export const newPassword = {
  old_password: password,
  new_password: 'New-Secure-456!',
  new_password_confirm: 'New-Secure-456!',
}

/** The one cookie that an answer sets, read as a browser does. */
export function cookieOf({ headers }: Sent) {
  const lines = [headers['set-cookie'] ?? []].flat()
  expect(lines).toHaveLength(1)
  return parseSetCookie(String(lines[0]))
}
export const tokenOf = (answer: Sent) => String(cookieOf(answer).value)

/** What a page of ours does. Asked when the app is there. */
export function browserOf(app: () => TestApp) {
  const send = (act: string, { cookie, headers, ...rest }: Options = {}) =>
    app().call('POST', `${pages}/${act}/`, {
      ...rest,
      headers: { ...ownPage, ...(cookie === undefined ? {} : { cookie }), ...headers },
    })
  const register = async () => {
    const answer = await send('register', { body: registration() })
    expect(answer.status, answer.text).toBe(201)
    const { id, email } = answer.json.person
    return { id, email, access: answer.json.access as string, token: tokenOf(answer) }
  }
  const logIn = (email: string, options: Options = {}) =>
    send('login', { body: { email, password }, ...options })
  const goOn = (token: string) => send('refresh', { cookie: sessionCookie(token) })
  const logOut = (token: string) => send('logout', { cookie: sessionCookie(token) })
  return { send, register, logIn, goOn, logOut }
}

/** Every route that gives a session to a page. */
export const openingNames = ['register', 'login', 'refresh', 'change-password'] as const

/** Opens a session by one of them. */
export async function openBy(
  { send, register, logIn, goOn }: ReturnType<typeof browserOf>,
  name: (typeof openingNames)[number],
): Promise<Sent> {
  if (name === 'register') return send('register', { body: registration() })
  const { email, token, access } = await register()
  if (name === 'login') return logIn(email)
  if (name === 'refresh') return goOn(token)
  return send('change-password', { token: access, body: newPassword })
}
