import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { createDb } from '../db/db.ts'
import { createPool } from '../db/pool.ts'
import { AppError } from '../errors.ts'
import { createExactLimiter, createLeasingLimiter, type Limiter } from './limiter.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

let names = 0
const newName = () => `limit ${names++}`

/** Takes one and says when it was let in; undefined when it was refused. */
async function take(limiter: Limiter, key = 'somebody'): Promise<number | undefined> {
  try {
    await limiter.take(key)
    return performance.now()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'throttled') throw error
    expect(error.retryAfterSeconds).toBeGreaterThanOrEqual(1)
    return undefined
  }
}

const letIn = (moments: (number | undefined)[]) => moments.filter((moment) => moment !== undefined)

test('several processes together never let more in than the limit, however the requests fall on them', async () => {
  const bursts = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), bursts, async (limit, counts) => {
      const name = newName()
      const limiters = counts.map(() =>
        createLeasingLimiter(database.db, name, { limit, windowMs: 3_600_000 }),
      )
      const taken = await Promise.all(
        limiters.flatMap((limiter, at) => Array.from({ length: counts[at] ?? 0 }, () => take(limiter))),
      )
      expect(letIn(taken).length).toBeLessThanOrEqual(limit)
      // At most what others hold unused is missing.
      const asked = counts.reduce((sum, count) => sum + count, 0)
      const held = limiters.length * Math.max(1, Math.floor(limit / 20))
      expect(letIn(taken).length).toBeGreaterThanOrEqual(Math.min(asked, limit) - held)
      await Promise.all(limiters.map((limiter) => limiter.settle(true)))
      const { rows } = await database.pool.query(
        'select coalesce(sum(amount), 0)::int as used from quota_grants where key like $1',
        [`${name}:%`],
      )
      expect(rows).toEqual([{ used: letIn(taken).length }])
    }),
    { numRuns: 12 },
  )
})

test('what was fetched and lies unused is given back, and counts for nobody', async () => {
  const name = newName()
  const quota = { limit: 200, windowMs: 3_600_000 }
  const used = async () =>
    (
      await database.pool.query('select sum(amount)::int as used from quota_grants where key like $1', [
        `${name}:%`,
      ])
    ).rows[0].used
  const limiter = createLeasingLimiter(database.db, name, quota)
  // Fetched as one, two, four, eight and ten.
  for (let taken = 0; taken < 20; taken += 1) await take(limiter)
  expect(await used()).toBe(25)
  await limiter.settle(true)
  expect(await used()).toBe(20)
})

test('what could not be given back is given back the next time, and counts once however often that is tried', async () => {
  const name = newName()
  const limiter = createLeasingLimiter(database.db, name, { limit: 200, windowMs: 3_600_000 })
  for (let taken = 0; taken < 20; taken += 1) await take(limiter)

  const used = async () =>
    (
      await database.pool.query('select sum(amount)::int as used from quota_grants where key like $1', [
        `${name}:%`,
      ])
    ).rows[0].used
  await database.pool.query('alter table quota_grants rename to away')
  await expect(limiter.settle(true)).rejects.toThrow('quota_grants')
  await database.pool.query('alter table away rename to quota_grants')
  expect(await used()).toBe(25)

  const query = vi.spyOn(pg.Client.prototype, 'query')
  query.mockImplementationOnce(async function (this: pg.Client, ...said: unknown[]) {
    await (this.query as (...said: unknown[]) => Promise<unknown>)(...said)
    throw new Error('Connection terminated unexpectedly')
  } as never)
  await expect(limiter.settle()).rejects.toThrow('Connection terminated')
  query.mockRestore()
  await limiter.settle()
  expect(await used()).toBe(20)
})

test('no window sees more than the limit while requests keep coming', async () => {
  const windowMs = 400
  const limit = 20
  const name = newName()
  const limiters = [1, 2].map(() => createLeasingLimiter(database.db, name, { limit, windowMs }))
  const moments: number[] = []
  const until = performance.now() + 2_500
  await Promise.all(
    [...limiters, ...limiters].map(async (limiter) => {
      while (performance.now() < until) {
        const moment = await take(limiter)
        if (moment !== undefined) moments.push(moment)
        await wait(3)
      }
    }),
  )
  moments.sort((a, b) => a - b)
  for (const [at, moment] of moments.entries())
    expect(
      moments.filter((other, later) => later >= at && other - moment < windowMs).length,
    ).toBeLessThanOrEqual(limit)
  expect(moments.length).toBeGreaterThan(limit)
})

test('keys do not share, and without a limit nobody is counted', async () => {
  const limiter = createExactLimiter(database.db, newName(), { limit: 1, windowMs: 3_600_000 })
  expect(letIn([await take(limiter, 'a'), await take(limiter, 'b'), await take(limiter, 'a')])).toHaveLength(
    2,
  )
  expect(createExactLimiter(database.db, newName(), null).take('a')).toBeUndefined()
  expect(createLeasingLimiter(database.db, newName(), null).take('a')).toBeUndefined()
})

test('while the database is away exact limits are closed, leased ones open', async () => {
  const url = new URL(database.url)
  url.port = '1'
  const pool = createPool({
    url: url.href,
    size: 2,
    statementTimeoutMs: 1_000,
    name: 'away',
    onError: () => {},
  })
  const quota = { limit: 1, windowMs: 3_600_000 }
  const leasing = createLeasingLimiter(createDb(pool), 'leasing', quota)
  const exact = createExactLimiter(createDb(pool), 'exact', quota)
  for (let turn = 0; turn < 5; turn += 1) expect(await take(leasing)).toBeDefined()
  await expect(exact.take('somebody')).rejects.toThrow('ECONNREFUSED')
  await pool.end()
})

test('a database that is too slow to be asked before every answer is not waited for', async () => {
  const name = newName()
  const limiter = createLeasingLimiter(database.db, name, { limit: 5, windowMs: 3_600_000 })
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${name}:somebody`])
  const startedAt = performance.now()
  expect(await take(limiter)).toBeDefined()
  expect(performance.now() - startedAt).toBeLessThan(1_500)
  await holder.query('rollback')
  holder.release()
})
