import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, createCast } from '../../../test/cast.ts'
import { snapshot } from '../../../test/snapshot.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let cast: Cast
/** A note about customer B. */
let noteId: string
const admin = (id: string, rest = '') => `/api/customers/admin/customers/${id}/${rest}`
beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
  const { json } = await crm.call('POST', admin(cast['customer B'].id, 'notes/'), {
    token: cast.owner.access,
    body: { note: 'Likes plantain' },
  })
  noteId = json.id
})
afterAll(() => crm.close())

/** Sends it and sees that nothing was there and nothing changed. */
async function findsNothing(method: string, path: string, token: string, body?: unknown) {
  const before = await snapshot(crm.database.pool)
  const { status, json } = await crm.call(method, path, { token, body })
  expect({ status, code: json?.code }).toEqual({ status: 404, code: 'not_found' })
  expect(await snapshot(crm.database.pool)).toEqual(before)
}

describe('an id under the path of somebody else is not found', () => {
  test('a note of another customer, to change or to remove', async () => {
    const path = admin(cast['customer A'].id, `notes/${noteId}/`)
    await findsNothing('PATCH', path, cast.owner.access, { note: 'Changed' })
    await findsNothing('DELETE', path, cast.owner.access)
  })

  test('a note under the path of nobody', async () => {
    await findsNothing('PATCH', admin(noteId, `notes/${noteId}/`), cast.owner.access, { note: 'Changed' })
    await findsNothing('GET', admin(noteId, 'notes/'), cast.owner.access)
  })

  test('a session of somebody else, also for the owner of the store', async () => {
    const path = `/api/customers/sessions/${cast['customer B'].session_id}/`
    for (const name of ['customer A', 'cashier', 'owner'] as const)
      await findsNothing('DELETE', path, cast[name].access)
  })

  test('an id of another kind: a note, a session or an event is no customer', async () => {
    const { rows } = await crm.database.pool.query('select id from audit_events limit 1')
    for (const id of [noteId, cast['customer B'].session_id, rows[0].id])
      await findsNothing('GET', admin(id), cast.owner.access)
  })

  test('logging out with the refresh token of somebody else ends nothing', async () => {
    const { 'customer A': a, 'customer B': b } = cast
    await crm.call('POST', '/api/customers/logout/', { token: a.access, body: { refresh: b.refresh } })
    expect((await crm.call('GET', '/api/customers/profile/', { token: b.access })).status).toBe(200)
  })
})

describe('what is in the trash is not found by any other door', () => {
  test('its notes, its role, its sessions and its fields', async () => {
    const { id } = cast['customer B']
    const { access } = cast.owner
    expect((await crm.call('DELETE', admin(id), { token: access })).status).toBe(204)
    await findsNothing('GET', admin(id), access)
    await findsNothing('PATCH', admin(id), access, { city: 'Ajax' })
    await findsNothing('DELETE', admin(id), access)
    await findsNothing('GET', admin(id, 'notes/'), access)
    await findsNothing('POST', admin(id, 'notes/'), access, { note: 'More' })
    await findsNothing('PATCH', admin(id, `notes/${noteId}/`), access, { note: 'Changed' })
    await findsNothing('PUT', admin(id, 'role/'), access, { role: 'cashier' })
    await findsNothing('DELETE', admin(id, 'sessions/'), access)
  })

  test('and its own token opens nothing any more', async () => {
    expect(
      (await crm.call('GET', '/api/customers/profile/', { token: cast['customer B'].access })).status,
    ).toBe(401)
  })
})
