import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newEmail, password, type TestApp } from '../../../../test/test-app.ts'
import { api, createTwoApps, logIn, type TwoApps, tally, times } from '../auth.fixture.ts'

let apps: TwoApps
beforeAll(async () => {
  apps = await createTwoApps()
})
afterAll(() => apps.close())

const wrong = 'Wrong-Pass-1!'

/** Lets time pass for the counters of sign-in: as if the last try had been that long ago. */
const letPass = (seconds: number) =>
  apps.database.pool.query(
    'update sign_in_attempts set last_tried_at = last_tried_at - make_interval(secs => $1)',
    [seconds],
  )

const changePassword = (crm: TestApp, token: string, old_password: string) =>
  crm.call('POST', `${api}/change-password/`, {
    token,
    body: { old_password, new_password: 'New-Secure-456!', new_password_confirm: 'New-Secure-456!' },
  })
const changeEmail = (crm: TestApp, token: string, typed: string) =>
  crm.call('PATCH', `${api}/profile/`, { token, body: { email: newEmail(), password: typed } })

describe('works', () => {
  test('ten right passwords at once are all right, also after nine wrong ones', async () => {
    const { email } = await apps.one.register()
    for (const turn of times(9, Number)) await logIn(apps.either(turn), email, wrong)
    const answers = await Promise.all(times(10, (turn) => logIn(apps.either(turn), email)))
    expect(tally(answers)).toEqual({ 200: 10 })
  })

  test('a right password begins the count again', async () => {
    const { email } = await apps.one.register()
    for (const round of times(4, Number)) {
      const answers = await Promise.all(times(15, (turn) => logIn(apps.either(turn), email, wrong)))
      expect([round, tally(answers)]).toEqual([round, { 401: 15 }])
      expect((await logIn(apps.one, email)).status).toBe(200)
    }
  })

  test('a new account does not suffer from what was tried on its address before', async () => {
    const email = newEmail()
    await Promise.all(times(150, (turn) => logIn(apps.either(turn), email, wrong, `198.51.100.${turn}`)))
    expect((await logIn(apps.two, email)).status).toBe(429)
    await apps.one.register({ email })
    expect((await logIn(apps.two, email)).status).toBe(200)
  })
})

describe('refuses', () => {
  test('of 50 guesses at once on two nodes no more are compared than the limit says', async () => {
    const limited = await createTwoApps({ settings: { THROTTLE_LOGIN: '5/hour' } })
    const { email } = await limited.one.register()
    limited.passwords.compared.length = 0
    const answers = await Promise.all(times(50, (turn) => logIn(limited.either(turn), email, wrong)))
    await limited.close()

    expect(limited.passwords.compared.length).toBe(5)
    expect(tally(answers)).toEqual({ 401: 5, 429: 45 })
    for (const { headers } of answers.filter(({ status }) => status === 429))
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  })

  test.each([
    ['known', async () => (await apps.one.register()).email],
    ['unknown', async () => newEmail()],
  ])('the password of a %s address is compared 20 times, then it must wait', async (_, make) => {
    const email = await make()
    apps.passwords.compared.length = 0
    const answers = await Promise.all(times(50, (turn) => logIn(apps.either(turn), email, wrong)))
    expect(apps.passwords.compared.length).toBe(20)
    expect(tally(answers)).toEqual({ 401: 20, 429: 30 })
    expect(answers.find(({ status }) => status === 429)?.headers['retry-after']).toBe('60')
  })

  test.each([
    ['the old password of a password change', changePassword],
    ['the password of an email change', changeEmail],
  ])('%s is no better place to guess', async (_, guess) => {
    const { tokens } = await apps.one.register()
    apps.passwords.compared.length = 0
    const answers = await Promise.all(times(50, (turn) => guess(apps.either(turn), tokens.access, wrong)))
    expect(apps.passwords.compared.length).toBe(20)
    expect(tally(answers)).toEqual({ 400: 20, 429: 30 })
  })

  test('guesses in both places and at sign-in are counted together', async () => {
    const { email, tokens } = await apps.one.register()
    apps.passwords.compared.length = 0
    const elsewhere = { remoteAddress: '127.0.0.1' }
    for (const turn of times(20, Number)) {
      const crm = apps.either(turn)
      if (turn % 3 === 0) await changePassword(crm, tokens.access, wrong)
      else if (turn % 3 === 1) await changeEmail(crm, tokens.access, wrong)
      else await logIn(crm, email, wrong, elsewhere.remoteAddress)
    }
    expect((await changePassword(apps.one, tokens.access, password)).status).toBe(429)
    expect(apps.passwords.compared.length).toBe(20)
  })

  test('no more than 100 wrong ones in a row are ever compared, from wherever and however slowly', async () => {
    const { email } = await apps.one.register()
    apps.passwords.compared.length = 0
    for (const round of times(60, Number)) {
      await Promise.all(times(12, (turn) => logIn(apps.either(turn), email, wrong, `198.51.100.${turn}`)))
      await letPass(3_600 * (round + 1))
    }
    expect(apps.passwords.compared.length).toBe(100)
  })

  test('one network is given no more than 40', async () => {
    const { email } = await apps.one.register()
    apps.passwords.compared.length = 0
    for (const turn of times(80, Number)) {
      await logIn(apps.either(turn), email, wrong, `2001:db8:0:7::${turn + 1}`)
      await letPass(61)
    }
    expect(apps.passwords.compared.length).toBe(40)
  })
})

describe('protects', () => {
  test('after 1,000 failures from one place the owner gets in from another at once', async () => {
    const { email } = await apps.one.register()
    for (const round of times(20, Number)) {
      await Promise.all(times(50, (turn) => logIn(apps.either(turn), email, wrong, '198.51.100.7')))
      await letPass(round % 2)
    }
    expect((await logIn(apps.two, email, password, '203.0.113.9')).status).toBe(200)
  })

  test('a whole day of guessing from one place does not shut the owner out elsewhere', async () => {
    const { email } = await apps.one.register()
    for (const turn of times(200, Number)) {
      await logIn(apps.either(turn), email, wrong, '198.51.100.7')
      await letPass(432)
    }
    expect((await logIn(apps.two, email, password, '203.0.113.9')).status).toBe(200)
  })

  test('even from the place where 1,000 guesses came from, the owner waits a minute at most', async () => {
    const { email } = await apps.one.register()
    await Promise.all(times(500, (turn) => logIn(apps.either(turn), email, wrong)))
    await Promise.all(times(500, (turn) => logIn(apps.either(turn), email, wrong)))
    expect((await logIn(apps.one, email)).status).toBe(429)
    await letPass(60)
    expect((await logIn(apps.one, email)).status).toBe(200)
    expect((await logIn(apps.one, email)).status).toBe(200)
  })

  test('a new password by mail opens an account that was tried too often', async () => {
    const { email } = await apps.one.register()
    await Promise.all(times(150, (turn) => logIn(apps.either(turn), email, wrong, `198.51.100.${turn}`)))
    expect((await logIn(apps.one, email, password, '203.0.113.9')).status).toBe(429)

    await apps.one.call('POST', `${api}/password-reset/`, { body: { email } })
    await apps.one.runJobs()
    const token = /token=([\w-]+)/.exec(apps.one.outbox.at(-1)?.text ?? '')?.[1]
    const body = { token, new_password: 'New-Secure-456!', new_password_confirm: 'New-Secure-456!' }
    expect((await apps.two.call('POST', `${api}/password-reset/confirm/`, { body })).status).toBe(200)
    expect((await logIn(apps.one, email, 'New-Secure-456!', '203.0.113.9')).status).toBe(200)
  })

  test('who is signed in stays so while the password is guessed', async () => {
    const { email, tokens } = await apps.one.register()
    await Promise.all(times(150, (turn) => logIn(apps.either(turn), email, wrong, `198.51.100.${turn}`)))
    expect((await apps.two.call('GET', `${api}/profile/`, { token: tokens.access })).status).toBe(200)
    const swapped = await apps.one.call('POST', `${api}/token/refresh/`, {
      body: { refresh: tokens.refresh },
    })
    expect(swapped.status).toBe(200)
  })

  test('no address is kept in the counters', async () => {
    const email = `${newEmail().slice(0, 8)}@b.example`
    await logIn(apps.one, email, wrong)
    const { rows } = await apps.database.pool.query<{ row: string }>(
      'select sign_in_attempts::text as row from sign_in_attempts',
    )
    const kept = rows.map(({ row }) => row).join('\n')
    for (const secret of [email, '192.0.2.1'])
      for (const spelling of [secret, Buffer.from(secret).toString('hex')])
        expect(kept).not.toContain(spelling)
  })
})
