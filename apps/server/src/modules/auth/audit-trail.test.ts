import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'
import { api, hire, logIn, mailedToken, quickPasswords, times, trailOf } from './auth.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
})
afterAll(() => crm.close())

type Person = Awaited<ReturnType<TestApp['register']>>
type Request = { method?: string; path: string; token?: string; body?: unknown }

const newPassword = { new_password: 'New-Secure-456!', new_password_confirm: 'New-Secure-456!' }
const next = async ({ tokens }: Person) =>
  (await crm.call('POST', `${api}/token/refresh/`, { body: { refresh: tokens.refresh } })).json

/** Every unsafe route and every event of signing in: the request, and what the trail must say of it. */
const acts: [event: string, actor: string, prepare: (person: Person) => Promise<Request>][] = [
  ['auth.logged_in', 'anonymous', async ({ email }) => ({ path: 'login/', body: { email, password } })],
  [
    'auth.login_failed',
    'anonymous',
    async ({ email }) => ({ path: 'login/', body: { email, password: 'Wrong-Pass-1!' } }),
  ],
  [
    'auth.session_refreshed',
    'anonymous',
    async ({ tokens }) => ({ path: 'token/refresh/', body: { refresh: tokens.refresh } }),
  ],
  [
    'auth.refresh_replayed',
    'anonymous',
    async (person) => {
      await next({ ...person, tokens: await next(person) })
      return { path: 'token/refresh/', body: { refresh: person.tokens.refresh } }
    },
  ],
  [
    'auth.logged_out',
    'customer',
    async ({ tokens }) => ({ path: 'logout/', token: tokens.access, body: { refresh: tokens.refresh } }),
  ],
  [
    'auth.session_ended',
    'customer',
    async ({ email, tokens }) => {
      await logIn(crm, email)
      const { json } = await crm.call('GET', `${api}/sessions/`, { token: tokens.access })
      return { method: 'DELETE', path: `sessions/${json[0].id}/`, token: tokens.access }
    },
  ],
  [
    'auth.password_changed',
    'customer',
    async ({ tokens }) => ({
      path: 'change-password/',
      token: tokens.access,
      body: { old_password: password, ...newPassword },
    }),
  ],
  [
    'auth.login_failed',
    'customer',
    async ({ tokens }) => ({
      path: 'change-password/',
      token: tokens.access,
      body: { old_password: 'Wrong-Pass-1!', ...newPassword },
    }),
  ],
  [
    'customer.deletion_requested',
    'customer',
    async ({ tokens }) => ({ path: 'deletion/', token: tokens.access, body: { password } }),
  ],
  [
    'auth.email_change_requested',
    'customer',
    async ({ tokens }) => ({
      method: 'PATCH',
      path: 'profile/',
      token: tokens.access,
      body: { email: newEmail(), password },
    }),
  ],
  [
    'auth.email_changed',
    'anonymous',
    async ({ tokens }) => {
      const email = newEmail()
      await crm.call('PATCH', `${api}/profile/`, { token: tokens.access, body: { email, password } })
      return { path: 'verify-email/', body: { token: await mailedToken(crm, email) } }
    },
  ],
  [
    'auth.email_verified',
    'anonymous',
    async ({ email }) => ({ path: 'verify-email/', body: { token: await mailedToken(crm, email) } }),
  ],
  [
    'auth.verification_requested',
    'anonymous',
    async ({ email }) => ({ path: 'verify-email/resend/', body: { email } }),
  ],
  [
    'auth.password_reset_requested',
    'anonymous',
    async ({ email }) => ({ path: 'password-reset/', body: { email } }),
  ],
  [
    'auth.password_reset',
    'anonymous',
    async ({ email }) => {
      await crm.call('POST', `${api}/password-reset/`, { body: { email } })
      return {
        path: 'password-reset/confirm/',
        body: { token: await mailedToken(crm, email), ...newPassword },
      }
    },
  ],
  [
    'auth.role_granted',
    'owner',
    async ({ id }) => ({
      method: 'PUT',
      path: `admin/customers/${id}/role/`,
      token: await crm.ownerToken(),
      body: { role: 'cashier' },
    }),
  ],
  [
    'auth.role_removed',
    'owner',
    async () => ({ method: 'DELETE', path: 'admin/customers/:hired/role/', token: await crm.ownerToken() }),
  ],
  [
    'auth.session_ended',
    'owner',
    async ({ id }) => ({
      method: 'DELETE',
      path: `admin/customers/${id}/sessions/`,
      token: await crm.ownerToken(),
    }),
  ],
]

describe('works', () => {
  test.each(acts)(
    '%s by a %s is in the trail, with who, from where and by which request',
    async (event, actor, prepare) => {
      const person = event === 'auth.role_removed' ? await hire(crm, 'cashier') : await crm.register()
      const { method = 'POST', path, token, body } = await prepare(person)
      const url = `${api}/${path.replace(':hired', person.id)}`
      const answer = await crm.call(method, url, { token, body, remoteAddress: '::ffff:198.51.100.77' })

      const entry = (await trailOf(crm, person.id)).at(-1)
      expect(entry).toMatchObject({
        name: event,
        actor_role: actor,
        actor_address: '198.51.100.77',
        request_id: answer.headers['x-request-id'],
      })
      if (actor === 'customer') expect(entry?.actor_id).toBe(person.id)
      if (actor === 'owner') expect(entry?.actor_id).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  test('a registration, and a question about an address that nobody has', async () => {
    const registered = await crm.register()
    expect((await trailOf(crm, registered.id))[0]).toMatchObject({
      name: 'customer.registered',
      actor_id: registered.id,
    })

    const answer = await crm.call('POST', `${api}/password-reset/`, { body: { email: newEmail() } })
    const { rows } = await crm.database.pool.query('select name from audit_events where request_id = $1', [
      answer.headers['x-request-id'],
    ])
    expect(rows).toEqual([{ name: 'auth.unknown_address_asked' }])
  })
})

describe('protects', () => {
  test.each(acts.filter(([event]) => event !== 'auth.role_removed' && event !== 'auth.login_failed'))(
    '%s by a %s leaves neither change nor trace when the last write fails',
    async (_, __, prepare) => {
      const person = await crm.register()
      const { method = 'POST', path, token, body } = await prepare(person)
      const send = () => crm.call(method, `${api}/${path}`, { token, body })

      const before = await everything()
      for (const tables of [['audit_events'], changing]) {
        await breakCommits(tables)
        const answer = await send()
        await mendCommits(tables)
        expect(answer.status).toBe(500)
        expect(await everything()).toEqual(before)
      }
      expect((await send()).status).toBeLessThan(402)
    },
  )

  test('a registration leaves nobody behind when the last write fails', async () => {
    const before = await everything()
    for (const tables of [['audit_events'], changing]) {
      await breakCommits(tables)
      await expect(crm.register()).rejects.toThrow('registration answered 500')
      await mendCommits(tables)
      expect(await everything()).toEqual(before)
    }
  })

  test('no name, address, password or token gets into the trail', async () => {
    const person = await crm.register({ first_name: 'Ọlánrewájú', city: 'Brampton' })
    const secrets = [person.email, 'Ọlánrewájú', 'Brampton', password, newPassword.new_password]
    for (const [, , prepare] of acts.slice(0, 2)) {
      const { path, token, body } = await prepare(person)
      await crm.call('POST', `${api}/${path}`, { token, body })
    }
    secrets.push(await mailedToken(crm, person.email), person.tokens.refresh.split('.')[2] ?? '')
    const { rows } = await crm.database.pool.query<{ row: string }>(
      'select (to_jsonb(e) - $1)::text as row from audit_events as e',
      ['actor_address'],
    )
    const trail = rows.map(({ row }) => row).join('\n')
    expect(secrets.filter((secret) => trail.includes(secret))).toEqual([])
  })

  test('a trail that is written cannot be rewritten', async () => {
    await crm.register()
    for (const statement of [
      'delete from audit_events',
      `update audit_events set actor_id = '${randomUUID()}'`,
    ])
      await expect(crm.database.pool.query(statement)).rejects.toThrow('append-only')
  })
})

/** What the requests of this module change. */
const changing = ['credentials', 'customers', 'one_time_tokens', 'sessions']

/** From now on every commit with a change of one of these tables fails, at the very end. */
async function breakCommits(tables: string[]) {
  const { pool } = crm.database
  await pool.query(`
    create or replace function refuse_commit() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is on fire'; end $$`)
  for (const table of tables)
    await pool.query(`
      create constraint trigger refuse_commit after insert or update or delete on ${table}
        deferrable initially deferred for each row execute function refuse_commit()`)
}
async function mendCommits(tables: string[]) {
  for (const table of tables) await crm.database.pool.query(`drop trigger refuse_commit on ${table}`)
}

/** All that a request of this module may change, but for the counters of what was tried. */
async function everything(): Promise<unknown[]> {
  const tables = [...changing, 'audit_events', 'graphile_worker._private_jobs']
  const found = await Promise.all(
    tables.map((table) =>
      crm.database.pool.query(`select to_jsonb(t) as row from ${table} as t order by t::text`),
    ),
  )
  return times(tables.length, (index) => found[index]?.rows)
}
