import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, newEmail, type TestApp } from '../../../test/test-app.ts'
import {
  addByStaff,
  api,
  changeByStaff,
  logIn,
  mailedToken,
  quickPasswords,
  trashByStaff,
} from './auth.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
})
afterAll(() => crm.close())

const ask = (path: string, email: string) => crm.call('POST', `${api}/${path}`, { body: { email } })

/** The subjects of what was mailed to an address since. */
async function mailedSince(email: string, work: () => Promise<unknown>): Promise<string[]> {
  await crm.runJobs()
  const before = crm.outbox.length
  await work()
  await crm.runJobs()
  return crm.outbox
    .slice(before)
    .filter(({ to }) => to.toLowerCase() === email.toLowerCase())
    .map(({ subject }) => subject)
}

async function verified() {
  const customer = await crm.register()
  const token = await mailedToken(crm, customer.email)
  await crm.call('POST', `${api}/verify-email/`, { body: { token } })
  return customer
}

describe('works', () => {
  test('a lost verification link is mailed again, to the address as it was registered', async () => {
    const { email } = await crm.register()
    const subjects = await mailedSince(email, () => ask('verify-email/resend/', email.toUpperCase()))
    expect(subjects).toEqual(['Please verify your email address'])
    expect(crm.outbox.at(-1)?.to).toBe(email)
  })

  test('a forgotten password is replaced by the mailed link, which verifies the address too', async () => {
    const { email, tokens } = await crm.register()
    await ask('password-reset/', email)
    const body = {
      token: await mailedToken(crm, email),
      new_password: 'New-Secure-456!',
      new_password_confirm: 'New-Secure-456!',
    }
    expect((await crm.call('POST', `${api}/password-reset/confirm/`, { body })).status).toBe(200)
    const signedIn = await logIn(crm, email, 'New-Secure-456!')
    expect(signedIn.json.customer.is_verified).toBe(true)
    await expect
      .poll(async () => (await crm.call('GET', `${api}/profile/`, { token: tokens.access })).status)
      .toBe(401)
    await crm.runJobs()
    expect(crm.outbox.findLast(({ to }) => to === email)?.subject).toBe('Your password was changed')
  })

  test('a customer without a password may also ask for one', async () => {
    const { email } = await addByStaff(crm, newEmail())
    expect(await mailedSince(email, () => ask('password-reset/', email))).toEqual(['Choose a new password'])
  })
})

describe('refuses', () => {
  test.each(['verify-email/resend/', 'password-reset/'])('%s without an address', async (path) => {
    expect((await crm.call('POST', `${api}/${path}`, { body: {} })).json).toHaveProperty('email')
    expect((await ask(path, 'no address')).json).toEqual({ email: ['Enter a valid email address.'] })
  })
})

describe('protects', () => {
  test('nothing is mailed to who is verified already, switched off, in the trash or unknown', async () => {
    const { email } = await verified()
    expect(await mailedSince(email, () => ask('verify-email/resend/', email))).toEqual([])

    const off = await crm.register()
    await changeByStaff(crm, off.id, { is_active: false })
    const gone = await crm.register()
    await crm.runJobs()
    await trashByStaff(crm, gone.id)
    for (const address of [off.email, gone.email, newEmail()])
      for (const path of ['verify-email/resend/', 'password-reset/'])
        expect(await mailedSince(address, () => ask(path, address))).toEqual([])
  })

  test('the old password and the old sessions go on until the link is used', async () => {
    const { email, tokens } = await crm.register()
    await ask('password-reset/', email)
    expect((await logIn(crm, email)).status).toBe(200)
    expect((await crm.call('GET', `${api}/profile/`, { token: tokens.access })).status).toBe(200)
  })
})
