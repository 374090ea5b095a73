import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { hashSync } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'
import { addByStaff, api, changeByStaff, logIn, refresh, statusFor, trashByStaff } from './auth.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp()
})
afterAll(() => crm.close())

const hashOf = async (id: string) => {
  const { rows } = await crm.database.pool.query<{ password_hash: string }>(
    'select password_hash from credentials where customer_id = $1',
    [id],
  )
  return rows[0]?.password_hash ?? ''
}
const storeHash = (id: string, hash: string) =>
  crm.database.pool.query('update credentials set password_hash = $2 where customer_id = $1', [id, hash])

const iterations = 600_000
const fromDjango = {
  'PBKDF2 of Django': () =>
    `pbkdf2_sha256$${iterations}$NaCl$${pbkdf2Sync(password, 'NaCl', iterations, 32, 'sha256').toString('base64')}`,
  'Argon2 of Django': () =>
    `argon2${hashSync(password, { memoryCost: 102_400, timeCost: 2, parallelism: 8, salt: randomBytes(16) })}`,
}
const ours = /^\$argon2id\$v=19\$m=47104,t=1,p=1\$/

describe('works', () => {
  test('an address in any letter case and the password give who it is and tokens', async () => {
    const { id, email } = await crm.register()
    const { status, json } = await logIn(crm, email.toUpperCase())
    expect(status).toBe(200)
    expect(json.customer).toEqual({
      id,
      email,
      full_name: 'Ọlá Adébáyọ̀',
      is_verified: false,
      is_staff: false,
      total_purchases: 0,
      loyalty_points: 0,
    })
    expect(await statusFor(crm, json.tokens.access)).toBe(200)
    expect((await refresh(crm, json.tokens.refresh)).status).toBe(200)
    expect(JSON.stringify(json)).not.toMatch(/argon2|password/)
  })

  test('when somebody last signed in is remembered, and registering counts as the first time', async () => {
    const { id, email, tokens } = await crm.register()
    const lastLogin = async () =>
      (await crm.call('GET', `${api}/profile/`, { token: tokens.access })).json.last_login
    const atFirst = await lastLogin()
    expect(Date.parse(atFirst)).toBeGreaterThan(Date.now() - 60_000)
    await logIn(crm, email)
    expect(Date.parse(await lastLogin())).toBeGreaterThan(Date.parse(atFirst))
    const seen = await crm.call('GET', `${api}/admin/customers/${id}/`, { token: await crm.ownerToken() })
    expect(seen.json.last_login).toBe(await lastLogin())
  })

  test('a password that was typed in another Unicode form, or with a space in front, is what was chosen', async () => {
    const chosen = ' Ẹ̀kọ́ jẹ́ 7 ẹ̀bá!'
    const { email } = await crm.register({
      password: chosen.normalize('NFC'),
      password_confirm: chosen.normalize('NFC'),
    })
    expect((await logIn(crm, email, chosen.normalize('NFD'))).status).toBe(200)
    expect((await logIn(crm, email, chosen.normalize('NFC').trim())).status).toBe(401)
  })

  test.each(Object.entries(fromDjango))('a %s hash signs in, and is ours from then on', async (_, make) => {
    const { id, email } = await crm.register()
    await storeHash(id, make())
    expect((await logIn(crm, email, 'Wrong-Pass-1!')).status).toBe(401)
    expect(await hashOf(id)).not.toMatch(ours)
    expect((await logIn(crm, email)).status).toBe(200)
    expect(await hashOf(id)).toMatch(ours)
    expect((await logIn(crm, email)).status).toBe(200)
    expect((await logIn(crm, email, 'Wrong-Pass-1!')).status).toBe(401)
  })
})

describe('refuses', () => {
  const refusal = { error: 'Invalid credentials' }

  test('a wrong password, an unknown address and an account without a password, alike', async () => {
    const { email } = await crm.register()
    const claimed = await addByStaff(crm, newEmail())
    for (const answer of [
      await logIn(crm, email, 'Wrong-Pass-1!'),
      await logIn(crm, newEmail()),
      await logIn(crm, claimed.email),
    ]) {
      expect([answer.status, answer.json]).toEqual([401, refusal])
      expect(answer.headers).not.toHaveProperty('www-authenticate')
    }
  })

  test('a right password of an account that is switched off or in the trash', async () => {
    const off = await crm.register()
    await changeByStaff(crm, off.id, { is_active: false })
    expect((await logIn(crm, off.email)).json).toEqual(refusal)
    const gone = await crm.register()
    await trashByStaff(crm, gone.id)
    expect((await logIn(crm, gone.email)).json).toEqual(refusal)
  })

  test.each([{}, { email: 'ola@example.com' }, { password }, { email: 'no address', password }])(
    'what is no sign-in, by field: %o',
    async (body) => {
      expect((await crm.call('POST', `${api}/login/`, { body })).status).toBe(400)
    },
  )
})

describe('protects', () => {
  test('every password that was set is kept as Argon2id of at least 46 MiB', async () => {
    const { id, tokens } = await crm.register()
    expect(await hashOf(id)).toMatch(ours)
    const body = {
      old_password: password,
      new_password: 'New-Secure-456!',
      new_password_confirm: 'New-Secure-456!',
    }
    await crm.call('POST', `${api}/change-password/`, { token: tokens.access, body })
    expect(await hashOf(id)).toMatch(ours)
  })

  test('a sign-in that a password change overtakes does not get in with the old one, nor bring it back', async () => {
    const { id, email } = await crm.register()
    const changed = await crm.auth.passwords.hash('New-Secure-456!')
    await storeHash(id, fromDjango['PBKDF2 of Django']())
    const { compared, passwords } = pausingPasswords()
    const slow = await createTestApp({ database: crm.database, passwords })
    const signingIn = logIn(slow, email)
    await compared
    await storeHash(id, changed)
    passwords.goOn()
    expect((await signingIn).status).toBe(401)
    expect(await hashOf(id)).toBe(changed)
    await slow.close()
  })

  test('a sign-in that is overtaken by the account being switched off opens no session', async () => {
    const { id, email } = await crm.register()
    const { compared, passwords } = pausingPasswords()
    const slow = await createTestApp({ database: crm.database, passwords })
    const signingIn = logIn(slow, email)
    await compared
    await changeByStaff(crm, id, { is_active: false })
    await crm.runJobs()
    passwords.goOn()
    expect((await signingIn).status).toBe(401)
    const { rows } = await crm.database.pool.query(
      'select 1 from sessions where customer_id = $1 and ended_at is null',
      [id],
    )
    expect(rows).toEqual([])
    await slow.close()
  })
})

/** Real ones that wait after a comparison until told to go on. */
function pausingPasswords() {
  const { promise: compared, resolve: isCompared } = Promise.withResolvers<void>()
  const { promise: resumed, resolve: goOn } = Promise.withResolvers<void>()
  return {
    compared,
    passwords: {
      ...crm.auth.passwords,
      goOn,
      async verify(typed: string, stored: string | undefined) {
        const isRight = await crm.auth.passwords.verify(typed, stored)
        isCompared()
        await resumed
        return isRight
      },
    },
  }
}
