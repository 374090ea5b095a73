import { afterAll, beforeAll, expect, test } from 'vitest'
import { knownRoutes, ownPage, sessionCookie } from '../../../test/routes.ts'
import { snapshot } from '../../../test/snapshot.ts'
import { createTestApp, password, type TestApp } from '../../../test/test-app.ts'
import { quickPasswords } from './auth.fixture.ts'
import { browserOf, newPassword, pages, registration } from './browser.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords(), hasPages: true })
})
afterAll(() => crm.close())

const { send, register } = browserOf(() => crm)
const settings = { store_name: 'Mine', language: 'en', time_zone: 'America/Toronto', currency: 'CAD' }

const foreign: [string, Record<string, string | undefined>, number][] = [
  ['without the header of our pages', { 'x-requested-with': undefined }, 403],
  ['with the header of others', { 'x-requested-with': 'XMLHttpRequest' }, 403],
  ['from a foreign origin', { origin: 'https://evil.example' }, 403],
  ['from another port', { origin: 'http://localhost:9999' }, 403],
  ['from nowhere', { origin: 'null' }, 403],
  ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['from the same site', { 'sec-fetch-site': 'same-site' }, 403],
  ['from the same site with our origin', { 'sec-fetch-site': 'same-site', origin: 'http://localhost' }, 403],
  ['from an address bar', { 'sec-fetch-site': 'none' }, 403],
  ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['as a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ['as text', { 'content-type': 'text/plain' }, 415],
  ['as a form without our header', { 'content-type': 'text/plain', 'x-requested-with': undefined }, 415],
]
const isUnsafe = ({ method, url }: { method: string; url: string }) =>
  method === 'POST' && url.startsWith(pages)

test.each(foreign)(
  'every route of the cookie refuses what is sent %s, and nothing changes',
  async (_, given, status) => {
    const person = await register()
    const bodies: Record<string, unknown> = {
      register: registration(),
      login: { email: person.email, password },
      'change-password': newPassword,
      setup: { token: 'any', ...registration(), ...settings },
    }
    const routes = knownRoutes(crm).filter(isUnsafe)
    expect(routes.map(({ url }) => url.slice(pages.length + 1, -1)).sort()).toEqual([
      'change-password',
      'login',
      'logout',
      'refresh',
      'register',
      'setup',
    ])
    const sent = {
      ...ownPage,
      'content-type': 'application/json',
      cookie: sessionCookie(person.token),
      ...given,
    }
    const headers = Object.fromEntries(
      Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    const before = await snapshot(crm.database.pool)
    for (const { url } of routes) {
      const body = bodies[url.slice(pages.length + 1, -1)] ?? {}
      const token = url.includes('change-password') ? person.access : undefined
      const answer = await crm.call('POST', url, { headers, body, ...(token ? { token } : {}) })
      expect([url, answer.status]).toEqual([url, status])
      expect(answer.headers).not.toHaveProperty('set-cookie')
    }
    expect(await snapshot(crm.database.pool)).toEqual(before)
  },
)

test('our own pages may send all of it', async () => {
  for (const origin of ['http://localhost'])
    expect(
      (
        await send('register', {
          body: registration(),
          headers: { origin, 'sec-fetch-site': 'same-origin' },
        })
      ).status,
    ).toBe(201)
})

test('no read changes a row or a cookie, with the cookie of a customer or of the owner', async () => {
  const person = await register()
  await crm.database.pool.query("update customers set role = 'owner' where id = $1", [person.id])
  const other = await register()
  const before = await snapshot(crm.database.pool)
  const reads = knownRoutes(crm).filter(({ method }) => ['GET', 'HEAD'].includes(method))
  expect(reads.length).toBeGreaterThan(30)
  for (const { method, url } of reads)
    for (const { token, access } of [person, other]) {
      const path = url.replace(':id', other.id).replace('*', 'x')
      const answer = await crm.call(method, path, {
        token: access,
        headers: { ...ownPage, cookie: sessionCookie(token) },
      })
      expect(answer.status, url).toBeLessThan(500)
      expect(answer.headers, url).not.toHaveProperty('set-cookie')
    }
  expect(await snapshot(crm.database.pool)).toEqual(before)
})
