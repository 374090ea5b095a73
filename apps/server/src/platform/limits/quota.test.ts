import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { forgetOldQuota, returnQuota, takeQuota } from './quota.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const hour = 3_600_000
let keys = 0
const newKey = () => `key ${keys++}`

test('of any number at once exactly the limit is granted, and the rest is told when to come', async () => {
  const key = newKey()
  const grants = await Promise.all(
    Array.from({ length: 40 }, () => takeQuota(database.db, key, { limit: 7, windowMs: hour })),
  )
  expect(grants.filter(({ granted }) => granted === 1)).toHaveLength(7)
  for (const { granted, retryAfterMs } of grants) {
    if (granted > 0) continue
    expect(retryAfterMs).toBeGreaterThan(hour - 10_000)
    expect(retryAfterMs).toBeLessThanOrEqual(hour)
  }
})

test('whatever is taken and given back, in whatever order, the sum in use never passes the limit', async () => {
  const step = fc.record({ wanted: fc.integer({ min: 1, max: 9 }), returned: fc.integer({ min: 0, max: 9 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.array(step, { maxLength: 12 }),
      async (limit, steps) => {
        const key = newKey()
        let used = 0
        for (const { wanted, returned } of steps) {
          const { granted, grant_id } = await takeQuota(
            database.db,
            key,
            { limit, windowMs: hour },
            { wanted },
          )
          expect(granted).toBe(Math.min(wanted, limit - used))
          const amount = Math.min(returned, granted)
          if (grant_id !== null && amount > 0)
            await returnQuota(database.db, [{ grant_id, used: granted - amount }])
          used += granted - amount
          expect(used).toBeLessThanOrEqual(limit)
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('what is given back twice counts once, and giving back never takes', async () => {
  const quota = { limit: 5, windowMs: hour }
  const key = newKey()
  const { grant_id } = await takeQuota(database.db, key, quota, { wanted: 2 })
  const returned = [{ grant_id: grant_id ?? 0, used: 1 }]
  await returnQuota(database.db, returned)
  await returnQuota(database.db, returned)
  await returnQuota(database.db, [{ grant_id: grant_id ?? 0, used: 9 }])
  expect((await takeQuota(database.db, key, quota, { wanted: 9 })).granted).toBe(4)
})

test('a window that is over is free again, what may lie unused counts longer, and old grants are forgotten', async () => {
  const quota = { limit: 1, windowMs: 200 }
  const key = newKey()
  await takeQuota(database.db, key, quota, { heldForMs: 200 })
  const { granted, retryAfterMs } = await takeQuota(database.db, key, quota)
  expect(granted).toBe(0)
  expect(retryAfterMs).toBeGreaterThan(200)
  expect(retryAfterMs).toBeLessThanOrEqual(400)
  await new Promise((resolve) => setTimeout(resolve, retryAfterMs + 5))
  await forgetOldQuota(database.db)
  const { rows } = await database.pool.query('select from quota_grants where key = $1', [key])
  expect(rows).toEqual([])
  expect((await takeQuota(database.db, key, quota)).granted).toBe(1)
})
