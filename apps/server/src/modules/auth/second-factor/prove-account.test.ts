import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newEmail, password, type TestApp } from '../../../../test/test-app.ts'
import {
  api,
  createTwoApps,
  logIn,
  mailedToken,
  type TwoApps,
  tally,
  times,
  trailOf,
} from '../auth.fixture.ts'
import { enrol, forgetUse, path, signIn } from './second-factor.fixture.ts'

let apps: TwoApps
let crm: TestApp
beforeAll(async () => {
  apps = await createTwoApps()
  crm = apps.one
})
afterAll(() => apps.close())

const wrong = '000000'
const outcome = ({ status, json }: { status: number; json: { code?: string } }) => [status, json?.code]

type Typed = { otp?: unknown; typed?: string }

/** What a session alone must not do, and how to see whether it was done. */
const acts = {
  'deleting the account': {
    ask: (node: TestApp, token: string, { otp, typed = password }: Typed) =>
      node.call('POST', `${api}/deletion/`, { token, body: { password: typed, otp } }),
    done: 204,
    trace: 'customer.deletion_requested',
  },
  'changing the email': {
    ask: (node: TestApp, token: string, { otp, typed = password }: Typed) =>
      node.call('PATCH', `${api}/profile/`, {
        token,
        body: { email: newEmail(), city: 'Ajax', password: typed, otp },
      }),
    done: 200,
    trace: 'auth.email_change_requested',
  },
}

const namesOf = async (id: string) => (await trailOf(crm, id)).map(({ name }) => name)
const cityOf = async (id: string) =>
  (await crm.database.pool.query<{ city: string }>('select city from customers where id = $1', [id])).rows[0]
    ?.city

describe.each(Object.entries(acts))('%s', (_, { ask, done, trace }) => {
  test('asks for a code where the second step is on, and takes one of the app', async () => {
    const { id, token, app } = await enrol(crm)
    const asked = await ask(crm, token, {})
    expect([asked.status, asked.json]).toEqual([
      401,
      { error: 'Enter the code of your authenticator app.', code: 'otp_required' },
    ])
    expect(asked.headers).not.toHaveProperty('www-authenticate')
    expect((await ask(crm, token, { otp: app.code() })).status).toBe(done)
    expect(await namesOf(id)).toEqual(expect.arrayContaining(['auth.second_factor_asked', trace]))
  })

  test('takes a recovery code instead, and uses it up', async () => {
    const { id, token, app } = await enrol(crm)
    expect((await ask(crm, token, { otp: app.recovery_codes[0] })).status).toBe(done)
    expect(await namesOf(id)).toEqual(expect.arrayContaining(['auth.recovery_code_used', trace]))
    const { rows } = await crm.database.pool.query('select from recovery_codes where customer_id = $1', [id])
    expect(rows).toHaveLength(9)
  })

  test('needs none where the second step is off, also while it is being set up', async () => {
    const { token } = await plain()
    await crm.call('POST', path, { token, body: { password } })
    expect((await ask(crm, token, {})).status).toBe(done)
  })

  test('a wrong code is refused as at sign-in, and nothing is changed', async () => {
    const { id, token } = await enrol(crm, { city: 'Whitby' })
    for (const otp of [wrong, 'abcdef', '7kmp-3xqd-9rtw-hv2f'])
      expect(outcome(await ask(crm, token, { otp }))).toEqual([401, 'otp_invalid'])
    expect((await trailOf(crm, id)).at(-1)).toMatchObject({
      name: 'auth.second_factor_failed',
      detail: { field: 'otp' },
    })
    expect(await namesOf(id)).not.toContain(trace)
    expect(await cityOf(id)).toBe('Whitby')
  })

  test('a code is good once: not after signing in with it, nor again afterwards', async () => {
    const { email, token, app } = await enrol(crm)
    const otp = app.code()
    expect((await signIn(crm, { email, otp })).status).toBe(200)
    expect(outcome(await ask(apps.two, token, { otp }))).toEqual([401, 'otp_invalid'])
    expect((await ask(crm, token, { otp: app.code(1) })).status).toBe(done)
    expect((await signIn(crm, { email, otp: app.code(1) })).status).toBe(401)
  })

  test('a wrong password says so, and leaves the code good', async () => {
    const { token, app } = await enrol(crm)
    const otp = app.code()
    const refused = await ask(crm, token, { otp, typed: 'Wrong-Pass-1!' })
    expect([refused.status, refused.json]).toEqual([400, { password: ['This is not your password.'] }])
    expect((await ask(crm, token, { otp })).status).toBe(done)
  })

  test('of twenty at once with one recovery code, one gets through', async () => {
    const { id, token, app } = await enrol(crm)
    const otp = app.recovery_codes[0]
    const answers = await Promise.all(times(15, (turn) => ask(apps.either(turn), token, { otp })))
    expect(tally(answers)[done]).toBe(1)
    expect((await namesOf(id)).filter((name) => name === trace)).toHaveLength(1)
  })

  test('guessing at codes counts as at sign-in, however right the password is', async () => {
    const { id, email, token, app } = await enrol(crm)
    const answers = []
    for (const turn of times(22, Number)) answers.push(await ask(crm, token, turn % 2 ? {} : { otp: wrong }))
    expect(tally(answers)).toEqual({ 401: 20, 429: 2 })
    expect((await ask(crm, token, { otp: app.code() })).status).toBe(429)
    expect((await logIn(crm, email, password, '127.0.0.1')).status).toBe(429)
    await forgetUse(crm, id)
    expect((await signIn(crm, { email, otp: app.code(), remoteAddress: '198.51.100.7' })).status).toBe(200)
  })
})

describe('a refusal uses nothing up', () => {
  test('the last owner, who may not leave, keeps the code', async () => {
    const owner = await enrol(crm)
    await crm.database.pool.query("update customers set role = case when id = $1 then 'owner' end", [
      owner.id,
    ])
    const otp = owner.app.code()
    const refused = await acts['deleting the account'].ask(crm, owner.token, { otp })
    expect([refused.status, Object.keys(refused.json)]).toEqual([400, ['non_field_errors']])
    expect((await signIn(crm, { email: owner.email, otp })).status).toBe(200)
  })

  test('a right code lets counting begin again', async () => {
    const { token, email, app } = await enrol(crm)
    for (const _ of times(5, Number)) await acts['changing the email'].ask(crm, token, { otp: wrong })
    await acts['changing the email'].ask(crm, token, { otp: app.code() })
    const { rows } = await crm.database.pool.query(
      "select failures from sign_in_attempts where email_hash = sha256(convert_to(email_key($1), 'UTF8'))",
      [email],
    )
    expect(rows).toEqual([])
  })
})

test('the rest of the profile and a new password ask for no code', async () => {
  const { token } = await enrol(crm)
  const saved = await crm.call('PATCH', `${api}/profile/`, { token, body: { city: 'Ajax', otp: wrong } })
  expect(saved.status).toBe(200)
  const fresh = 'New-Secure-456!'
  const body = { old_password: password, new_password: fresh, new_password_confirm: fresh }
  expect((await crm.call('POST', `${api}/change-password/`, { token, body })).status).toBe(200)
})

test('a new address that was proven with a code counts once its link is followed', async () => {
  const { token, app } = await enrol(crm)
  const email = newEmail()
  const body = { email, password, otp: app.code() }
  expect((await crm.call('PUT', `${api}/profile/`, { token, body })).status).toBe(200)
  const followed = await crm.call('POST', `${api}/verify-email/`, {
    body: { token: await mailedToken(crm, email) },
  })
  expect(followed.status).toBe(200)
  expect((await crm.call('GET', `${api}/profile/`, { token })).json.email).toBe(email)
})

/** Somebody without a second step. */
async function plain() {
  const { tokens } = await crm.register()
  return { token: tokens.access }
}
