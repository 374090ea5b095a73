import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginFactor, turnOnFactor } from '../../../../test/authenticator.ts'
import { createTestApp, password, type TestApp } from '../../../../test/test-app.ts'
import { systemActor } from '../../../platform/actor.ts'
import { hire, quickPasswords } from '../auth.fixture.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { enrol, path } from './second-factor.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
})
afterAll(() => crm.close())

/** The mails that something causes. */
async function mailsOf(act: () => Promise<unknown>) {
  await crm.runJobs()
  const before = crm.outbox.length
  await act()
  await crm.runJobs()
  return crm.outbox.slice(before)
}
const proof = (code: string) => ({ password, code })

describe('a person hears that', () => {
  test.each([
    ['en', 'Two-step sign-in is on', 'Hello Ọlá,'],
    ['fr', 'La connexion en deux étapes est activée', 'Bonjour Ọlá,'],
  ])('their second step was turned on (%s)', async (preferred_language, subject, greeting) => {
    const person = await crm.register({ preferred_language })
    const mails = await mailsOf(() => turnOnFactor(crm, person.tokens.access))
    expect(mails).toMatchObject([{ to: person.email, subject }])
    expect(mails[0]?.text).toContain(greeting)
    expect(mails[0]?.text).toContain('/forgot-password')
  })

  test.each([
    ['en', 'Two-step sign-in is off'],
    ['fr', 'La connexion en deux étapes est désactivée'],
  ])('it was turned off (%s)', async (preferred_language, subject) => {
    const { email, token, app } = await enrol(crm, { preferred_language })
    const mails = await mailsOf(() => crm.call('DELETE', path, { token, body: proof(app.code()) }))
    expect(mails).toMatchObject([{ to: email, subject }])
  })

  test.each([
    ['en', 'You have new recovery codes'],
    ['fr', 'Vous avez de nouveaux codes de secours'],
  ])('there are new recovery codes, and none of them is in the mail (%s)', async (language, subject) => {
    const { email, token, app } = await enrol(crm, { preferred_language: language })
    let codes: string[] = []
    const mails = await mailsOf(async () => {
      const { json } = await crm.call('POST', `${path}recovery-codes/`, { token, body: proof(app.code()) })
      codes = json.recovery_codes
    })
    expect(mails).toMatchObject([{ to: email, subject }])
    expect(codes).toHaveLength(10)
    for (const code of codes) expect(JSON.stringify(mails)).not.toContain(code)
  })

  test.each([
    ['en', 'Two-step sign-in was taken off your account', 'Afro-Caribbean Store took'],
    ['fr', 'La connexion en deux étapes a été retirée de votre compte', 'Afro-Caribbean Store a retiré'],
  ])('an owner took it off (%s)', async (preferred_language, subject, words) => {
    const { id, email } = await enrol(crm, { preferred_language })
    const token = await crm.ownerToken()
    const mails = await mailsOf(() =>
      crm.call('DELETE', `/api/customers/admin/customers/${id}/second-factor/`, { token }),
    )
    expect(mails).toMatchObject([{ to: email, subject }])
    expect(mails[0]?.text).toContain(words)
  })

  test('whoever runs the server took it off, of staff too', async () => {
    const { id, email, token } = await hire(crm, 'manager')
    await turnOnFactor(crm, token)
    const mails = await mailsOf(() => removeSecondFactor(crm.auth.db, systemActor(), id))
    expect(mails).toMatchObject([{ to: email, subject: 'Two-step sign-in was taken off your account' }])
  })
})

describe('nobody is mailed', () => {
  test('while it is only being set up, nor when a code was wrong', async () => {
    const { token } = await enrol(crm)
    const other = await crm.register()
    expect(await mailsOf(() => beginFactor(crm, other.tokens.access))).toEqual([])
    expect(await mailsOf(() => crm.call('DELETE', path, { token, body: proof('000000') }))).toEqual([])
  })
})
