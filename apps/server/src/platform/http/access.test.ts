import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, type CastName, castNames, createCast } from '../../../test/cast.ts'
import { fillPath, isForOwnPages, isUnsafe, knownRoutes, ownPage } from '../../../test/routes.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

/** Which permission each route asks for. Whoever adds a route says here who may use it. */
const permissions: Record<string, string> = {
  'GET /api/customers/health/': 'public',
  'GET /api/customers/health/live/': 'public',
  'GET /api/browser/setup/': 'public',
  'POST /api/browser/setup/': 'public',
  'GET /api/store/': 'public',
  'PATCH /api/store/': 'store:manage',
  'GET /api/store/events/': 'store:manage',
  'POST /api/browser/register/': 'public',
  'POST /api/browser/login/': 'public',
  'POST /api/browser/refresh/': 'public',
  'POST /api/browser/logout/': 'public',
  'POST /api/browser/change-password/': 'account:own',
  'POST /api/customers/register/': 'public',
  'POST /api/customers/login/': 'public',
  'POST /api/customers/token/refresh/': 'public',
  'POST /api/customers/verify-email/': 'public',
  'POST /api/customers/verify-email/resend/': 'public',
  'POST /api/customers/password-reset/': 'public',
  'POST /api/customers/password-reset/confirm/': 'public',
  'GET /api/customers/profile/': 'account:own',
  'PATCH /api/customers/profile/': 'account:own',
  'PUT /api/customers/profile/': 'account:own',
  'PUT /api/customers/profile/picture/': 'account:own',
  'DELETE /api/customers/profile/picture/': 'account:own',
  'POST /api/customers/export/': 'account:own',
  'POST /api/customers/deletion/': 'account:own',
  'GET /api/customers/dashboard/': 'account:own',
  'GET /api/customers/activity/': 'account:own',
  'POST /api/customers/logout/': 'account:own',
  'POST /api/customers/change-password/': 'account:own',
  'GET /api/customers/sessions/': 'account:own',
  'DELETE /api/customers/sessions/:id/': 'account:own',
  'GET /api/customers/second-factor/': 'account:own',
  'POST /api/customers/second-factor/': 'account:own',
  'POST /api/customers/second-factor/confirmation/': 'account:own',
  'POST /api/customers/second-factor/recovery-codes/': 'account:own',
  'DELETE /api/customers/second-factor/': 'account:own',
  'DELETE /api/customers/admin/customers/:id/second-factor/': 'staff:manage',
  'GET /api/customers/admin/customers/': 'customers:read',
  'POST /api/customers/admin/customers/': 'customers:write',
  'GET /api/customers/admin/customers/facets/': 'customers:read',
  'POST /api/customers/admin/customers/batches/': 'customers:manage',
  'POST /api/customers/admin/customers/batches/:id/undo/': 'customers:manage',
  'GET /api/customers/admin/customers/:id/': 'customers:read',
  'PATCH /api/customers/admin/customers/:id/': 'customers:write',
  'DELETE /api/customers/admin/customers/:id/': 'customers:manage',
  'POST /api/customers/admin/customers/:id/restoration/': 'customers:manage',
  'GET /api/customers/admin/customers/:id/notes/': 'notes:read',
  'POST /api/customers/admin/customers/:id/notes/': 'notes:write',
  'PATCH /api/customers/admin/customers/:id/notes/:note_id/': 'notes:write',
  'DELETE /api/customers/admin/customers/:id/notes/:note_id/': 'notes:write',
  'GET /api/customers/admin/customers/:id/events/': 'customers:read',
  'GET /api/customers/admin/customers/:id/sessions/': 'customers:manage',
  'POST /api/customers/admin/customers/:id/verification-mail/': 'customers:manage',
  'POST /api/customers/admin/customers/:id/password-reset-mail/': 'customers:manage',
  'GET /api/customers/admin/staff/': 'staff:manage',
  'PUT /api/customers/admin/customers/:id/role/': 'staff:manage',
  'DELETE /api/customers/admin/customers/:id/role/': 'staff:manage',
  'DELETE /api/customers/admin/customers/:id/sessions/': 'customers:manage',
}

const readers: CastName[] = ['auditor', 'marketer', 'cashier', 'manager', 'owner']
const whoMay: Record<string, CastName[]> = {
  'account:own': ['customer A', 'customer B', ...readers],
  'customers:read': readers,
  'customers:write': ['cashier', 'manager', 'owner'],
  'customers:manage': ['manager', 'owner'],
  'notes:read': readers,
  'notes:write': ['cashier', 'manager', 'owner'],
  'staff:manage': ['owner'],
  'store:manage': ['owner'],
}

/** Pages for people and the documentation: the same for everybody. */
const openPages = [
  /^\/$/,
  /^\/(register|sign-in|verify-email|forgot-password|reset-password|setup)\//,
  /^\/(profile|preferences|security)\/$/,
  /^\/admin\//,
  /^\/(assets\/\*|[\w-]+\.\w+)$/,
  /^\/api\/(docs|schema)/,
  /^\/media\//,
]

let crm: TestApp
let cast: Cast
beforeAll(async () => {
  crm = await createTestApp({ hasPages: true })
  cast = await createCast(crm)
})
afterAll(() => crm.close())

/** A permitted write is sent without anything to write: that it was let in shows in the refusal of its body. */
const emptyBody = '[]'

type Caller = CastName | 'nobody'
const callers: Caller[] = ['nobody', ...castNames]

async function outcomes(
  name: string,
  ids: (caller: Caller) => { id: string; note_id: string },
  asking = callers,
) {
  const [method = '', url = ''] = name.split(' ')
  const statuses: Partial<Record<Caller, number>> = {}
  for (const caller of asking) {
    const token = caller === 'nobody' ? undefined : cast[caller].access
    const body = isUnsafe({ method }) && method !== 'DELETE' ? emptyBody : undefined
    const headers = isForOwnPages(url) ? ownPage : {}
    statuses[caller] = (await crm.call(method, fillPath(url, ids(caller)), { token, body, headers })).status
  }
  return statuses
}

const signedOff: Partial<Record<Caller, number>> = { nobody: 401, deactivated: 401 }

const names = (isMeant: (name: string, permission: string) => boolean) =>
  Object.keys(permissions).filter((name) => isMeant(name, permissions[name] ?? ''))
const openTo = names((_, permission) => permission === 'public')
const restricted = names((_, permission) => permission !== 'public')
const withoutCookie = ['POST /api/browser/refresh/', 'POST /api/browser/logout/']
const ofStaff = names((name) => name.includes('/admin/'))

test('each list of routes that is gone through below has routes in it', () => {
  expect([openTo.length, restricted.length, ofStaff.length].filter((length) => length < 5)).toEqual([])
  expect(restricted.map((name) => permissions[name]).sort()).toEqual(
    expect.arrayContaining(Object.keys(whoMay)),
  )
})

test('every route of the router is in the table, and nothing else is', () => {
  const api = knownRoutes(crm).filter(({ method, isPage }) => !isPage && method !== 'HEAD')
  expect(Object.fromEntries(api.map(({ name, permission }) => [name, permission]))).toEqual(permissions)
})

test('what stands outside the table is a page that anybody may see', () => {
  const pages = knownRoutes(crm).filter((route) => route.isPage)
  for (const open of openPages)
    expect(
      pages.some(({ url }) => open.test(url)),
      String(open),
    ).toBe(true)
  for (const { url, permission, isPage, method } of pages) {
    expect({ url, permission, isPage, isRead: !isUnsafe({ method }) }).toEqual({
      url,
      permission: 'public',
      isPage: true,
      isRead: true,
    })
    expect(
      openPages.some((page) => page.test(url)),
      url,
    ).toBe(true)
  }
})

test('a head request asks for the same permission as its get', () => {
  const heads = knownRoutes(crm).filter(({ method, isPage }) => method === 'HEAD' && !isPage)
  const gets = Object.keys(permissions).filter((name) => name.startsWith('GET '))
  expect(heads.map(({ url }) => `GET ${url}`).sort()).toEqual(gets.sort())
  for (const { url, permission } of heads) expect(permission, url).toBe(permissions[`GET ${url}`])
})

describe('protects every route from who may not use it', () => {
  const missing = () => ({ id: randomUUID(), note_id: randomUUID() })
  test.each(restricted.map((name) => [name, permissions[name] ?? ''] as const))(
    '%s is for %s',
    async (name, permission) => {
      const statuses = await outcomes(name, missing)
      for (const caller of callers) {
        const expected =
          signedOff[caller] ?? (whoMay[permission]?.includes(caller as CastName) ? undefined : 403)
        if (expected) expect(statuses[caller], caller).toBe(expected)
        // Let in: what follows is about the body or the id, never about the person.
        else
          expect([200, 204, 400, 404, 415], `${caller} got ${statuses[caller]}`).toContain(statuses[caller])
      }
    },
  )

  test.each(openTo)('%s is for anybody, but not with a token that is no longer good', async (name) => {
    const statuses = await outcomes(name, missing)
    const { deactivated, ...others } = statuses
    const isSession = /refresh|browser/.test(name)
    expect(deactivated).toBe(isSession ? others.nobody : 401)
    expect(new Set(Object.values(others)).size).toBe(1)
    expect(withoutCookie.includes(name) ? [401] : [200, 400]).toContain(others.nobody)
  })
})

describe('own and foreign', () => {
  test('a session is ended by whom it belongs to; a foreign one is not found and goes on', async () => {
    const path = (id: string) => `/api/customers/sessions/${id}/`
    const { 'customer A': a, 'customer B': b, owner } = cast
    for (const stranger of [a, owner])
      expect((await crm.call('DELETE', path(b.session_id), { token: stranger.access })).status).toBe(404)
    expect((await crm.call('GET', '/api/customers/profile/', { token: b.access })).status).toBe(200)
  })

  test.each(ofStaff)('%s stays shut for customers, also about themselves', async (name) => {
    const own = (caller: Caller) => ({
      id: cast[caller === 'nobody' ? 'customer A' : caller].id,
      note_id: randomUUID(),
    })
    const statuses = await outcomes(name, own, ['nobody', 'customer A', 'customer B', 'deactivated'])
    expect(statuses).toEqual({
      nobody: 401,
      'customer A': 403,
      'customer B': 403,
      deactivated: 401,
    })
  })

  test('profile and dashboard are the ones of who asks, whatever id is sent along', async () => {
    const { 'customer A': a, 'customer B': b } = cast
    for (const path of ['profile', 'dashboard']) {
      const url = `/api/customers/${path}/?id=${b.id}&customer_id=${b.id}&email=${b.email}`
      const { text } = await crm.call('GET', url, { token: a.access, headers: { 'x-user-id': b.id } })
      expect(text).toContain(a.id)
      expect(text).not.toContain(b.id)
      expect(text).not.toContain(b.email)
    }
  })
})

describe('the order of checks', () => {
  test('a missing token comes before a wrong method and a broken body', async () => {
    expect((await crm.call('DELETE', '/api/customers/profile/')).status).toBe(401)
    expect((await crm.call('PATCH', '/api/customers/profile/', { body: '{broken' })).status).toBe(401)
  })

  test('a missing permission comes before a wrong method, an id that is none and a broken body', async () => {
    const { access: token } = cast['customer A']
    const path = '/api/customers/admin/customers/'
    expect((await crm.call('PUT', path, { token })).status).toBe(403)
    expect((await crm.call('GET', `${path}not-an-id/`, { token })).status).toBe(403)
    expect((await crm.call('POST', path, { token, body: '{broken' })).status).toBe(403)
  })

  test('a wrong method comes before the body', async () => {
    expect((await crm.call('PUT', '/api/customers/login/', { body: '{broken' })).status).toBe(405)
  })

  test('an id that is none is not found, for whoever may look', async () => {
    const { access: token } = cast.owner
    for (const id of ['1', 'abc', '%00', '..%2f', 'a'.repeat(5_000), randomUUID()])
      expect((await crm.call('GET', `/api/customers/admin/customers/${id}/`, { token })).status, id).toBe(404)
  })
})
