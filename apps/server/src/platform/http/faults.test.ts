import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCast } from '../../../test/cast.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { leaks } from '../../../test/leaks.ts'
import { fillPath, knownRoutes } from '../../../test/routes.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { createDb } from '../db/db.ts'
import { createPool } from '../db/pool.ts'

let crm: TestApp
let token: string
beforeAll(async () => {
  crm = await createTestApp()
  token = (await createCast(crm)).owner.access
})
afterAll(() => crm.close())

describe('a fault tells nothing but how to report it', () => {
  test('of a broken database, on every route that reads it', async () => {
    await crm.database.pool.query('alter table customers rename column full_name to gone')
    const faulty: string[] = []
    for (const { name, method, url, isPage } of knownRoutes(crm)) {
      if (isPage || method !== 'GET') continue
      const id = '0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f'
      const { status, json, text, headers } = await crm.call(method, fillPath(url, { id }), { token })
      if (status !== 500) continue
      faulty.push(name)
      expect(json).toEqual({
        detail: 'Something went wrong on our side.',
        request_id: headers['x-request-id'],
      })
      expect(text).not.toMatch(leaks)
    }
    await crm.database.pool.query('alter table customers rename column gone to full_name')
    expect(faulty).toContain('GET /api/customers/profile/')
    expect(faulty).toContain('GET /api/customers/admin/customers/')
  })

  test('of a database that is away: when to come back, and the same on every route', async () => {
    const database = nowhere()
    const lonely = await createTestApp({ database })
    const away: string[] = []
    for (const { name, method, url, isPage, permission } of knownRoutes(lonely)) {
      if (isPage || method === 'HEAD') continue
      const body = method === 'POST' ? { email: 'a@example.com', password: 'x', token: 'x' } : undefined
      const { status, json, text, headers } = await lonely.call(method, fillPath(url, {}), {
        body,
        ...(permission === 'public' ? {} : { token }),
      })
      expect(status, `${name}: ${text}`).not.toBe(500)
      if (status !== 503) continue
      away.push(name)
      expect(json).toEqual({
        detail: expect.any(String),
        code: 'unavailable',
        request_id: headers['x-request-id'],
      })
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      expect(text).not.toMatch(leaks)
    }
    expect(away).toContain('GET /api/customers/health/')
    expect(away).toContain('GET /api/customers/profile/')
    expect(away).not.toContain('GET /api/customers/health/live/')
    await lonely.close()
    await database.drop()
  })
})

/** A database at a port where nobody listens. */
function nowhere(): TestDatabase {
  const url = 'postgres://crm@127.0.0.1:9/crm'
  const pool = createPool({ url, size: 2, statementTimeoutMs: 1_000, name: 'test', onError: () => {} })
  return { url, pool, db: createDb(pool), drop: () => pool.end() }
}
