import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApp } from '../../../test/test-app.ts'
import {
  api,
  changeByStaff,
  createTwoApps,
  hire,
  logIn,
  refresh,
  statusFor,
  type TwoApps,
  tally,
  times,
  trailOf,
  trashByStaff,
} from './auth.fixture.ts'

let apps: TwoApps
let crm: TestApp
beforeAll(async () => {
  apps = await createTwoApps()
  crm = apps.one
})
afterAll(() => apps.close())

const path = (id: string, rest = '') => `${api}/admin/customers/${id}/${rest}`
const give = async (id: string, role: string, token?: string) =>
  crm.call('PUT', path(id, 'role/'), { token: token ?? (await crm.ownerToken()), body: { role } })
const take = async (id: string, token?: string) =>
  crm.call('DELETE', path(id, 'role/'), { token: token ?? (await crm.ownerToken()) })
const ownerId = async () => {
  const token = await crm.ownerToken()
  return (await crm.call('GET', `${api}/profile/`, { token })).json.id as string
}
const onlyOwner = { non_field_errors: ['This is the only owner. Make somebody else an owner first.'] }

describe('works', () => {
  test('an owner gives a role, changes it and takes it away, and it counts at once', async () => {
    const { id, tokens } = await crm.register()
    const list = () => crm.call('GET', `${api}/admin/customers/`, { token: tokens.access })
    expect((await list()).status).toBe(403)

    const given = await give(id, 'cashier')
    expect([given.status, given.json.role, given.json.is_staff]).toEqual([200, 'cashier', true])
    await expect.poll(async () => (await list()).status).toBe(200)
    expect((await give(id, 'manager')).json.role).toBe('manager')
    expect((await take(id)).status).toBe(204)
    await expect.poll(async () => (await list()).status).toBe(403)

    const trail = (await trailOf(crm, id)).filter(({ name }) => name.startsWith('auth.role'))
    expect(trail.map(({ name, detail }) => [name, detail])).toEqual([
      ['auth.role_granted', { from: null, to: 'cashier' }],
      ['auth.role_granted', { from: 'cashier', to: 'manager' }],
      ['auth.role_removed', { from: 'manager', to: null }],
    ])
  })

  test('giving the role that somebody has changes nothing', async () => {
    const { id } = await hire(crm, 'auditor')
    const before = await trailOf(crm, id)
    expect((await give(id, 'auditor')).status).toBe(200)
    expect(await trailOf(crm, id)).toEqual(before)
  })

  test('staff signs a customer out everywhere', async () => {
    const { id, email, tokens } = await crm.register()
    const phone = (await logIn(crm, email)).json.tokens
    const { token } = await hire(crm, 'manager')
    expect((await crm.call('DELETE', path(id, 'sessions/'), { token })).status).toBe(204)
    for (const { access, refresh: old } of [tokens, phone]) {
      await expect.poll(() => statusFor(apps.two, access)).toBe(401)
      expect((await refresh(crm, old)).status).toBe(401)
    }
    expect((await logIn(crm, email)).status).toBe(200)
  })

  test('an owner who is switched off is switched on again, and is not the last one to keep', async () => {
    const { id } = await hire(crm, 'owner')
    expect((await changeByStaff(crm, id, { is_active: false })).status).toBe(200)
    expect((await changeByStaff(crm, id, { is_active: true })).status).toBe(200)
    expect((await changeByStaff(crm, id, { is_active: false })).status).toBe(200)
    expect((await take(id)).status).toBe(204)
  })
})

describe('refuses', () => {
  test.each(['manager', 'marketer', 'cashier', 'auditor', null])(
    'roles given or taken by a %s',
    async (role) => {
      const { token } = role ? await hire(crm, role) : { token: (await crm.register()).tokens.access }
      const { id } = await hire(crm, 'cashier')
      const customer = await crm.register()
      expect((await give(customer.id, 'cashier', token)).status).toBe(403)
      expect((await give(id, 'owner', token)).status).toBe(403)
      expect((await take(id, token)).status).toBe(403)
      expect((await crm.call('PUT', path(id, 'role/'), { body: { role: 'owner' } })).status).toBe(401)
    },
  )

  test.each(['marketer', 'auditor', null])('a customer signed out by a %s', async (role) => {
    const { token } = role ? await hire(crm, role) : { token: (await crm.register()).tokens.access }
    const { id } = await crm.register()
    expect((await crm.call('DELETE', path(id, 'sessions/'), { token })).status).toBe(403)
  })

  test('a role that does not exist, and somebody who does not', async () => {
    const { id } = await crm.register()
    expect((await give(id, 'emperor')).json).toHaveProperty('role')
    expect((await give('0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f', 'cashier')).status).toBe(404)
    expect((await give('nobody', 'cashier')).status).toBe(404)
    await trashByStaff(crm, id)
    expect((await give(id, 'cashier')).status).toBe(404)
  })

  test('to leave the store without an owner', async () => {
    const id = await ownerId()
    for (const answer of [await take(id), await give(id, 'manager')])
      expect([answer.status, answer.json]).toEqual([400, onlyOwner])
    for (const answer of [await changeByStaff(crm, id, { is_active: false }), await trashByStaff(crm, id)])
      expect([answer.status, answer.json.code]).toEqual([403, 'permission_denied'])
    expect((await give(id, 'owner')).status).toBe(200)
  })
})

describe('protects', () => {
  test('owners who remove each other at the same moment leave one', async () => {
    for (const _ of times(3, Number)) {
      const second = await hire(crm, 'owner')
      const first = { id: await ownerId(), token: await crm.ownerToken() }
      const answers = await Promise.all([take(second.id, first.token), take(first.id, second.token)])
      const { rows } = await apps.database.pool.query<{ id: string }>(
        "select id from customers where role = 'owner' and is_active and trashed_at is null",
      )
      expect(rows).toHaveLength(1)
      expect(tally(answers)[204]).toBe(1)
      if (rows[0]?.id === second.id) await give(first.id, 'owner', second.token)
      await take(second.id)
    }
  })

  test.each(['manager', 'cashier'])(
    'a %s does not touch the accounts of staff, nor the gates of an own one',
    async (role) => {
      const { id: own, token } = await hire(crm, role)
      for (const id of [await ownerId(), (await hire(crm, 'auditor')).id, own])
        for (const body of [{ email: 'evil@example.com' }, { is_active: false }])
          expect([body, (await crm.call('PATCH', path(id), { token, body })).status]).toEqual([body, 403])
      const verified = await crm.call('PATCH', path(own), { token, body: { is_verified: true } })
      expect(verified.status).toBe(403)
      const ended = await crm.call('DELETE', path(await ownerId(), 'sessions/'), { token })
      expect(ended.status).toBe(403)
    },
  )

  test('an owner changes the own address in the profile only, where the password is asked', async () => {
    const { id, token } = await hire(crm, 'owner')
    const answer = await crm.call('PATCH', path(id), { token, body: { email: 'elsewhere@example.com' } })
    expect([answer.status, answer.json.code]).toEqual([403, 'permission_denied'])
    expect((await crm.call('PATCH', path(id), { token, body: { city: 'Ajax' } })).status).toBe(200)
    await take(id)
  })
})
