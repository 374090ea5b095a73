// What the tests of this module share: quick passwords that count, two apps over one database, and what was mailed.
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { createTestApp, password, type TestApp, type TestAppOptions } from '../../../test/test-app.ts'
import type { Passwords } from './passwords/passwords.ts'

export const api = '/api/customers'

/** Compares in no time, and keeps what it was asked to compare with; undefined stands for nobody. */
export type QuickPasswords = Passwords & { compared: (string | undefined)[] }

export function quickPasswords(): QuickPasswords {
  const hashOf = (typed: string) =>
    `$argon2id$v=19$m=47104,t=1,p=1$quick$${Buffer.from(typed).toString('base64url')}`
  const compared: (string | undefined)[] = []
  return {
    compared,
    hash: async (typed) => hashOf(typed),
    async verify(typed, storedHash) {
      compared.push(storedHash)
      return storedHash === hashOf(typed)
    },
    close: async () => {},
  }
}

export type TwoApps = {
  one: TestApp
  two: TestApp
  /** Both, to take turns between them: `apps[i % 2]`. */
  either(turn: number): TestApp
  database: TestDatabase
  passwords: QuickPasswords
  close(): Promise<void>
}

/** Two apps that know of each other only what the database tells, as two processes do. */
export async function createTwoApps(options: Pick<TestAppOptions, 'settings'> = {}): Promise<TwoApps> {
  const database = await createTestDatabase()
  const passwords = quickPasswords()
  const one = await createTestApp({ ...options, database, passwords })
  const two = await createTestApp({ ...options, database, passwords })
  return {
    one,
    two,
    either: (turn) => (turn % 2 === 0 ? one : two),
    database,
    passwords,
    async close() {
      await one.close()
      await two.close()
      await database.drop()
    },
  }
}

export const times = <Result>(count: number, make: (turn: number) => Result): Result[] =>
  Array.from({ length: count }, (_, turn) => make(turn))

/** How many answers there were of each status. */
export function tally(answers: { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** The token in the newest mail to an address, after the work that waits is done. */
export async function mailedToken(crm: TestApp, email: string): Promise<string> {
  await crm.runJobs()
  const mail = crm.outbox.findLast(({ to, text }) => to === email && text.includes('token='))
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? `no token was mailed to ${email}`
}

export const logIn = (crm: TestApp, email: string, typed = password, remoteAddress = '192.0.2.1') =>
  crm.call('POST', `${api}/login/`, { body: { email, password: typed }, remoteAddress })

export const refresh = (crm: TestApp, token: string) =>
  crm.call('POST', `${api}/token/refresh/`, { body: { refresh: token } })

/** The status that a token is answered with where anybody who is signed in may look. */
export const statusFor = async (crm: TestApp, token: string) =>
  (await crm.call('GET', `${api}/sessions/`, { token })).status

/** A customer whom staff added: without a password. */
export async function addByStaff(crm: TestApp, email: string, fields: Record<string, unknown> = {}) {
  const answer = await crm.call('POST', `${api}/admin/customers/`, {
    token: await crm.ownerToken(),
    body: { email, first_name: 'Tigist', ...fields },
  })
  return answer.json as { id: string; email: string }
}

export async function changeByStaff(crm: TestApp, id: string, body: Record<string, unknown>) {
  return crm.call('PATCH', `${api}/admin/customers/${id}/`, { token: await crm.ownerToken(), body })
}

export async function trashByStaff(crm: TestApp, id: string) {
  return crm.call('DELETE', `${api}/admin/customers/${id}/`, { token: await crm.ownerToken() })
}

/** Somebody on the staff, signed in. */
export async function hire(crm: TestApp, role: string) {
  const person = await crm.register()
  await crm.call('PUT', `${api}/admin/customers/${person.id}/role/`, {
    token: await crm.ownerToken(),
    body: { role },
  })
  return { ...person, token: person.tokens.access }
}

/** The trail of a customer, oldest first. */
export async function trailOf(crm: TestApp, customer_id: string) {
  const { rows } = await crm.database.pool.query<{
    name: string
    actor_id: string | null
    actor_role: string
    actor_address: string
    request_id: string
    detail: Record<string, unknown>
  }>('select * from audit_events where customer_id = $1 order by occurred_at, id', [customer_id])
  return rows
}
