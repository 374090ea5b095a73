import { codeOf } from './code-of.ts'
import { password, type TestApp } from './test-app.ts'

/** An authenticator app that was told a secret. */
export type Authenticator = {
  secret: string
  recovery_codes: string[]
  /** The code of now, or of so many half minutes later. */
  code(stepsFromNow?: number): string
}

const path = '/api/customers/second-factor/'

/** Begins to set up a second step, without confirming it. */
export async function beginFactor(crm: TestApp, token: string): Promise<Authenticator> {
  const { json } = await crm.call('POST', path, { token, body: { password } })
  return {
    secret: json.secret,
    recovery_codes: [],
    code: (stepsFromNow = 0) => codeOf(json.secret, stepsFromNow),
  }
}

/** Turns the second step of who is signed in on, by the code of the half minute before: those of now still work. */
export async function turnOnFactor(crm: TestApp, token: string): Promise<Authenticator> {
  const app = await beginFactor(crm, token)
  const confirm = () => crm.call('POST', `${path}confirmation/`, { token, body: { code: app.code(-1) } })
  const first = await confirm()
  // Asked at the very end of a half minute, it may be over when the answer is made: once more then.
  const { status, json, text } = first.status === 200 ? first : await confirm()
  if (status !== 200) throw new Error(`the second step was not turned on: ${text}`)
  return { ...app, recovery_codes: json.recovery_codes }
}
