import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Answer, createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'
import {
  addByStaff,
  api,
  changeByStaff,
  logIn,
  mailedToken,
  type QuickPasswords,
  quickPasswords,
  times,
  trashByStaff,
} from './auth.fixture.ts'

let crm: TestApp
let passwords: QuickPasswords
let asker: string
beforeAll(async () => {
  passwords = quickPasswords()
  crm = await createTestApp({ passwords })
  asker = (await crm.register()).tokens.access
})
afterAll(() => crm.close())

/** Addresses that somebody could want to know about. */
const people: Record<string, () => Promise<string>> = {
  'an unverified customer': async () => (await crm.register()).email,
  'a verified customer': async () => {
    const { email } = await crm.register()
    await crm.call('POST', `${api}/verify-email/`, { body: { token: await mailedToken(crm, email) } })
    return email
  },
  'a customer who is switched off': async () => {
    const { id, email } = await crm.register()
    await changeByStaff(crm, id, { is_active: false })
    return email
  },
  'a customer without a password': async () => (await addByStaff(crm, newEmail())).email,
  'a customer in the trash': async () => {
    const { id, email } = await crm.register()
    await trashByStaff(crm, id)
    return email
  },
}

/** Where an address can be typed. */
const questions: Record<string, (email: string) => Promise<Answer>> = {
  'signing in': (email) => logIn(crm, email, 'Wrong-Pass-1!'),
  'asking for the verification link': (email) =>
    crm.call('POST', `${api}/verify-email/resend/`, { body: { email } }),
  'asking for a new password': (email) => crm.call('POST', `${api}/password-reset/`, { body: { email } }),
  'wanting the address for oneself': (email) =>
    crm.call('PATCH', `${api}/profile/`, { token: asker, body: { email, password } }),
}

const pairs = Object.keys(questions).flatMap((question) =>
  Object.keys(people).map((person) => [question, person] as const),
)
const ask = (question: string, email: string) => questions[question]?.(email) as Promise<Answer>
const emailOf = (person: string) => people[person]?.() as Promise<string>

const masked = ({ status, headers, text }: Answer, email: string) => ({
  status,
  headers: { ...headers, date: '', 'x-request-id': '' },
  text: text.replaceAll(email, '').replace(/"request_id":"[^"]+"/, ''),
})

describe('protects', () => {
  test.each(pairs)('%s tells nothing of %s', async (question, person) => {
    for (const email of await Promise.all(times(3, () => emailOf(person)))) {
      const unknown = newEmail()
      const ofNobody = masked(await ask(question, unknown), unknown)
      expect(masked(await ask(question, email), email)).toEqual(ofNobody)
    }
  })

  test('a right password tells nothing of an account that is switched off', async () => {
    for (const person of ['a customer who is switched off', 'a customer in the trash']) {
      const email = await emailOf(person)
      expect(masked(await logIn(crm, email), email)).toEqual(
        masked(await logIn(crm, email, 'Wrong-Pass-1!'), email),
      )
    }
  })

  test.each(Object.keys(people))('a password is compared once for %s, as for nobody', async (person) => {
    const email = await emailOf(person)
    passwords.compared.length = 0
    await logIn(crm, newEmail(), 'Wrong-Pass-1!')
    expect(passwords.compared).toEqual([undefined])
    await logIn(crm, email, 'Wrong-Pass-1!')
    expect(passwords.compared.length).toBe(2)
  })

  test.each(pairs)('%s asks the database as often for %s as for nobody', async (question, person) => {
    const email = await emailOf(person)
    const unknown = newEmail()
    await ask(question, newEmail())
    const ofNobody = await countStatements(() => ask(question, unknown))
    expect(await countStatements(() => ask(question, email))).toEqual(ofNobody)
    expect(ofNobody).toBeGreaterThan(0)
  })
})

/** How many statements are sent to the database meanwhile, but for the listener asking whether it still hears. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const statements = sent.mock.calls.map(([statement]) => statement as unknown as string | { text: string })
  sent.mockRestore()
  return statements.filter((one) => typeof one === 'object' && one.text !== 'select 1').length
}
