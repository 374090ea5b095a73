import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, createCast } from '../../../test/cast.ts'
import { fillPath, isUnsafe, knownRoutes } from '../../../test/routes.ts'
import { snapshot } from '../../../test/snapshot.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

const shop = 'https://shop.example.com'

let crm: TestApp
let cast: Cast
beforeAll(async () => {
  crm = await createTestApp({
    settings: { CORS_ALLOWED_ORIGINS: shop, PUBLIC_URL: 'https://crm.example.com', DEBUG: 'true' },
    hasPages: true,
  })
  cast = await createCast(crm)
})
afterAll(() => crm.close())

const ids = () => ({ id: cast['customer B'].id, note_id: cast['customer B'].id })
const unsafe = () => knownRoutes(crm).filter(isUnsafe)
const strangers = [
  'https://evil.example',
  'null',
  'https://crm.example.com.evil.example',
  'https://evilcrm.example.com',
  'https://crm.example.com:8443',
  'http://crm.example.com',
  'https://shop.example.com.evil.example',
  'https://notshop.example.com',
  'http://shop.example.com',
  'https://SHOP.example.com',
  'https://shop.example.com/',
]

describe('no cookie is ever set or believed', () => {
  test('what asks for a person refuses one who only has cookies', async () => {
    const { access, refresh } = cast.owner
    const cookie = `access=${access}; refresh=${refresh}; token=${access}; sessionid=${access}; Authorization=Bearer ${access}`
    for (const { name, method, url, permission } of knownRoutes(crm)) {
      const { status, headers } = await crm.call(method, fillPath(url, ids()), { headers: { cookie } })
      if (permission !== 'public') expect(status, name).toBe(401)
      expect(headers, name).not.toHaveProperty('set-cookie')
    }
  })

  test('signing in sets none, and one that was planted changes nothing', async () => {
    const { email } = cast['customer A']
    const { headers, json } = await crm.call('POST', '/api/customers/login/', {
      body: { email, password: 'SecurePass123!' },
      headers: { cookie: 'session=planted; __Host-session=planted' },
    })
    expect(json.tokens.access).toMatch(/^ey/)
    expect(headers).not.toHaveProperty('set-cookie')
  })
})

describe('what changes something is not taken from foreign pages', () => {
  test.each(strangers)('from the origin %s', async (origin) => {
    const before = await snapshot(crm.database.pool)
    for (const { name, method, url } of unsafe()) {
      const { status, json, headers } = await crm.call(method, fillPath(url, ids()), {
        token: cast.owner.access,
        headers: { origin },
        body: {},
      })
      expect({ name, status, code: json?.code }).toEqual({ name, status: 403, code: 'cross_origin' })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
    expect(await snapshot(crm.database.pool)).toEqual(before)
  })

  test('from a browser that says only that it is another site', async () => {
    for (const { name, method, url } of unsafe()) {
      const { status } = await crm.call(method, fillPath(url, ids()), {
        token: cast.owner.access,
        headers: { 'sec-fetch-site': 'cross-site' },
        body: {},
      })
      expect(status, name).toBe(403)
    }
  })

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''])(
    'as a form can send it: %j',
    async (type) => {
      const before = await snapshot(crm.database.pool)
      for (const { name, method, url } of unsafe()) {
        const { status } = await crm.call(method, fillPath(url, ids()), {
          token: cast.owner.access,
          headers: { 'content-type': type },
          body: '{"email":"a@example.com","role":"owner"}',
        })
        expect(status, name).toBe(415)
      }
      expect(await snapshot(crm.database.pool)).toEqual(before)
    },
  )

  test.each(['https://crm.example.com', shop])('but it is from %s', async (origin) => {
    const { status } = await crm.call('POST', '/api/customers/login/', { headers: { origin }, body: {} })
    expect(status).toBe(400)
  })
})

test('no read changes a row', async () => {
  await crm.call('POST', `/api/customers/admin/customers/${cast['customer B'].id}/notes/`, {
    token: cast.owner.access,
    body: { note: 'Likes plantain' },
  })
  const before = await snapshot(crm.database.pool)
  for (const { name, method, url } of knownRoutes(crm).filter((route) => !isUnsafe(route)))
    for (const token of [undefined, cast['customer B'].access, cast.owner.access]) {
      const { status } = await crm.call(method, fillPath(url, ids()), { token })
      expect(status, name).toBeLessThan(500)
    }
  for (const path of ['/verify-email/?token=abc', '/reset-password/?token=abc']) await crm.call('GET', path)
  expect(await snapshot(crm.database.pool)).toEqual(before)
})

describe('pages of other origins', () => {
  test.each(strangers)('%s may not read an answer, with or without asking first', async (origin) => {
    for (const { name, method, url } of knownRoutes(crm)) {
      const preflight = await crm.call('OPTIONS', fillPath(url, ids()), {
        headers: { origin, 'access-control-request-method': method },
      })
      const answer = await crm.call(method, fillPath(url, ids()), { headers: { origin } })
      for (const { headers } of [preflight, answer])
        expect(
          Object.keys(headers).filter((header) => header.startsWith('access-control-')),
          name,
        ).toEqual([])
    }
  })

  test('a listed one is told its own name, and caches keep the answers apart', async () => {
    const { headers } = await crm.call('GET', '/api/customers/profile/', { headers: { origin: shop } })
    expect(headers).toMatchObject({
      'access-control-allow-origin': shop,
      'access-control-expose-headers': 'retry-after, x-request-id',
      vary: 'Origin',
    })
    expect((await crm.call('GET', '/')).headers.vary).toBe('Origin')
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'POST', 'GET'])(
    'a listed one may %s, with a token',
    async (method) => {
      const { status, headers } = await crm.call('OPTIONS', '/api/customers/profile/', {
        headers: {
          origin: shop,
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization, content-type',
        },
      })
      expect(status).toBe(204)
      expect(headers['access-control-allow-methods']).toContain(method)
      expect(headers['access-control-allow-headers']).toContain('authorization')
    },
  )

  test('without a list nobody is told anything, and unknown paths stay unknown', async () => {
    const plain = await createTestApp()
    const { status, headers } = await plain.call('OPTIONS', '/nowhere/', { headers: { origin: shop } })
    expect(status).toBe(404)
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    await plain.close()
  })
})
