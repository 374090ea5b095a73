import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { turnOnFactor } from '../../../../test/authenticator.ts'
import { password, type TestApp } from '../../../../test/test-app.ts'
import {
  addByStaff,
  api,
  changeByStaff,
  createTwoApps,
  logIn,
  mailedToken,
  type TwoApps,
  tally,
  times,
  trailOf,
} from '../auth.fixture.ts'
import { doors, enrol, forgetUse, path, signIn } from './second-factor.fixture.ts'

let apps: TwoApps
let crm: TestApp
beforeAll(async () => {
  apps = await createTwoApps()
  crm = apps.one
})
afterAll(() => apps.close())

const wrong = '000000'
const outcome = ({ status, json }: { status: number; json: { code?: string } }) => [status, json.code]
const failuresOf = async (email: string) => {
  const { rows } = await crm.database.pool.query<{ failures: number }>(
    "select failures from sign_in_attempts where email_hash = sha256(convert_to(email_key($1), 'UTF8'))",
    [email],
  )
  return rows[0]?.failures ?? 0
}

describe.each(Object.entries(doors))('at the door of %s', (_, door) => {
  test('a right password asks for a code, and the code of now lets in', async () => {
    const { id, email, app } = await enrol(crm)
    const asked = await signIn(crm, { email }, door)
    expect([asked.status, asked.json]).toEqual([
      401,
      { error: 'Enter the code of your authenticator app.', code: 'otp_required' },
    ])
    expect(asked.headers).not.toHaveProperty('www-authenticate')
    expect(asked.headers).not.toHaveProperty('set-cookie')
    expect((await signIn(crm, { email, otp: app.code() }, door)).status).toBe(200)
    expect((await trailOf(crm, id)).map(({ name }) => name).slice(-2)).toEqual([
      'auth.second_factor_asked',
      'auth.logged_in',
    ])
  })

  test('a wrong code is told as one, in the trail too', async () => {
    const { id, email } = await enrol(crm)
    const refused = await signIn(crm, { email, otp: wrong }, door)
    expect(outcome(refused)).toEqual([401, 'otp_invalid'])
    expect(refused.json.error).toMatch(/Wait for the next one/)
    expect(refused.headers).not.toHaveProperty('set-cookie')
    expect((await trailOf(crm, id)).at(-1)).toMatchObject({ name: 'auth.second_factor_failed', detail: {} })
  })
})

describe('works', () => {
  test('a clock may be half a minute off, a code may have spaces', async () => {
    const { id, email, app } = await enrol(crm)
    for (const off of [0, 1]) {
      await forgetUse(crm, id)
      const otp = app.code(off)
      expect((await signIn(crm, { email, otp: `${otp.slice(0, 3)} ${otp.slice(3)}` })).status).toBe(200)
    }
    for (const off of [-3, 3]) {
      await forgetUse(crm, id)
      expect(outcome(await signIn(crm, { email, otp: app.code(off) }))).toEqual([401, 'otp_invalid'])
    }
  })

  test('a recovery code stands for the app, once, in any spelling', async () => {
    const { id, email, app, token } = await enrol(crm)
    const [code = '', other = ''] = app.recovery_codes
    expect((await signIn(crm, { email, otp: code })).status).toBe(200)
    expect(outcome(await signIn(crm, { email, otp: code }))).toEqual([401, 'otp_invalid'])
    expect((await signIn(crm, { email, otp: other.toUpperCase().replaceAll('-', ' ') })).status).toBe(200)
    expect((await crm.call('GET', path, { token })).json).toEqual({ is_on: true, recovery_codes_left: 8 })
    expect((await trailOf(crm, id)).filter(({ name }) => name === 'auth.recovery_code_used')).toHaveLength(2)
  })

  test('who has no second step may send a code, which is not looked at', async () => {
    const { email } = await crm.register()
    for (const otp of [undefined, '', '123456']) expect((await signIn(crm, { email, otp })).status).toBe(200)
  })

  test('an account without a second step asks the database twice, no more', async () => {
    const person = await crm.register()
    const statements = vi.spyOn(pg.Client.prototype, 'query')
    expect((await signIn(crm, person)).status).toBe(200)
    const count = statements.mock.calls.length
    statements.mockRestore()
    expect(count).toBe(2)
  })

  test('a session that was open when the second step was turned on goes on', async () => {
    const { tokens } = await enrol(crm)
    const next = await crm.call('POST', `${api}/token/refresh/`, { body: { refresh: tokens.refresh } })
    expect(next.status).toBe(200)
  })
})

describe('refuses', () => {
  test('a code that was used, also at another process, and every older one', async () => {
    const { email, app } = await enrol(crm)
    const [used, older] = [app.code(1), app.code()]
    expect((await signIn(crm, { email, otp: used })).status).toBe(200)
    for (const node of [apps.one, apps.two])
      for (const otp of [used, older])
        expect(outcome(await signIn(node, { email, otp }))).toEqual([401, 'otp_invalid'])
  })

  test('the code that turned the second step on', async () => {
    const { email, app } = await enrol(crm)
    expect(outcome(await signIn(crm, { email, otp: app.code(-1) }))).toEqual([401, 'otp_invalid'])
  })

  test.each(['', ' ', '12345', '1234567', 'abcdef', '０００', '-'])('%j', async (otp) => {
    const { email } = await enrol(crm)
    const [status, code] = outcome(await signIn(crm, { email, otp }))
    expect([status, code ?? 'by field']).toEqual(
      otp === '' ? [401, 'otp_required'] : otp === ' ' ? [400, 'by field'] : [401, 'otp_invalid'],
    )
  })

  test('the code of somebody else, and somebody else’s recovery code', async () => {
    const [one, other] = [await enrol(crm), await enrol(crm)]
    for (const otp of [other.app.code(), other.app.recovery_codes[0]])
      expect(outcome(await signIn(crm, { email: one.email, otp }))).toEqual([401, 'otp_invalid'])
    expect((await signIn(crm, { email: other.email, otp: other.app.recovery_codes[0] })).status).toBe(200)
  })

  test('a wrong password with a right code, as any wrong password; and the code still works', async () => {
    const { email, app } = await enrol(crm)
    const otp = app.code()
    const refused = await signIn(crm, { email, otp, typed: 'Wrong-Pass-1!' })
    expect([refused.status, refused.json]).toEqual([401, { error: 'Invalid credentials' }])
    expect((await signIn(crm, { email, otp })).status).toBe(200)
  })

  test('who is switched off, without saying that there is a second step', async () => {
    const { id, email, app } = await enrol(crm)
    await changeByStaff(crm, id, { is_active: false })
    for (const otp of [undefined, app.code()])
      expect((await signIn(crm, { email, otp })).json).toEqual({ error: 'Invalid credentials' })
  })
})

describe('protects', () => {
  test.each(['a code of the app', 'a recovery code'])(
    'of twenty at once with %s, one gets in',
    async (kind) => {
      const { id, email, app } = await enrol(crm)
      const otp = kind === 'a recovery code' ? app.recovery_codes[0] : app.code()
      const answers = await Promise.all(
        times(20, (turn) => signIn(apps.either(turn), { email, otp, remoteAddress: `192.0.2.${turn}` })),
      )
      expect(tally(answers)).toEqual({ 200: 1, 401: 19 })
      const { rows } = await crm.database.pool.query(
        "select 1 from audit_events where customer_id = $1 and name = 'auth.logged_in'",
        [id],
      )
      expect(rows).toHaveLength(1)
    },
  )

  test('guesses at codes count as wrong passwords do, and a right password alone does not clear them', async () => {
    const { email, app } = await enrol(crm)
    await signIn(crm, { email, otp: app.code() })
    expect(await failuresOf(email)).toBe(0)
    for (const _ of times(10, Number)) {
      await signIn(crm, { email, otp: wrong })
      await signIn(crm, { email })
    }
    expect(await failuresOf(email)).toBe(20)
    const shut = await signIn(crm, { email, otp: app.code(1) })
    expect([shut.status, shut.json.code]).toEqual([429, 'throttled'])
    expect((await signIn(crm, { email, otp: app.code(1), remoteAddress: '198.51.100.9' })).status).toBe(200)
  })

  test('nor does a password change by who is signed in already', async () => {
    const { email, token } = await enrol(crm)
    for (const _ of times(3, Number)) await signIn(crm, { email, otp: wrong })
    const before = await failuresOf(email)
    await crm.call('PATCH', `${api}/profile/`, { token, body: { email: `new-${email}`, password } })
    expect(await failuresOf(email)).toBe(before + 1)
  })

  test('a new password by mail does not take the second step off', async () => {
    const { email } = await enrol(crm)
    await crm.call('POST', `${api}/password-reset/`, { body: { email } })
    const typed = 'New-Secure-456!'
    const body = { token: await mailedToken(crm, email), new_password: typed, new_password_confirm: typed }
    expect((await crm.call('POST', `${api}/password-reset/confirm/`, { body })).status).toBe(200)
    expect(outcome(await signIn(crm, { email, typed }))).toEqual([401, 'otp_required'])
  })

  test('nothing tells a wrong password with a second step from one without, or from nobody', async () => {
    const [plain, twice] = [await crm.register(), await enrol(crm)]
    const claimed = await addByStaff(crm, `staff-${plain.email}`)
    const answers = await Promise.all(
      [plain.email, twice.email, claimed.email].map((email) => logIn(crm, email, 'Wrong-Pass-1!')),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  })

  test('a sign-in that a second step overtakes opens no session without it', async () => {
    const person = await crm.register()
    const { promise: compared, resolve: isCompared } = Promise.withResolvers<void>()
    const { promise: resumed, resolve: goOn } = Promise.withResolvers<void>()
    const verify = apps.passwords.verify
    apps.passwords.verify = async (typed, stored) => {
      const isRight = await verify(typed, stored)
      apps.passwords.verify = verify
      isCompared()
      await resumed
      return isRight
    }
    const signingIn = signIn(apps.two, { email: person.email })
    await compared
    await turnOnFactor(crm, person.tokens.access)
    goOn()
    expect((await signingIn).status).toBe(401)
  })

  test('with another secret key no code of an app fits, but recovery codes do', async () => {
    const { id, email, app } = await enrol(crm)
    await crm.database.pool.query(
      'update second_factors set sealed_secret = set_byte(sealed_secret, 20, get_byte(sealed_secret, 20) # 1) where customer_id = $1',
      [id],
    )
    expect(outcome(await signIn(crm, { email, otp: app.code() }))).toEqual([401, 'otp_invalid'])
    expect((await signIn(crm, { email, otp: app.recovery_codes[0] })).status).toBe(200)
  })
})
