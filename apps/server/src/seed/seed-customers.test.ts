import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { customerRow } from './customer-row.ts'
import { AlreadySeeded, defaultReferenceTime, seedCustomers } from './seed-customers.ts'

describe('seeding customers', () => {
  let database: TestDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await createTestDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })
  beforeEach(() => client.query('truncate customers cascade'))

  it('writes rows that pass every check of the table, the same as were made', async () => {
    await inTransaction(() => seedCustomers(client, { count: 5000 }))

    const { rowCount } = await client.query('select from customers')
    expect(rowCount).toBe(5000)
    const sample = customerRow(4321, 1, defaultReferenceTime)
    const { rows } = await client.query('select *, date_of_birth::text from customers where email_key = $1', [
      sample.email,
    ])
    expect(rows[0]).toMatchObject({ ...sample, role: null, total_purchases: 0, loyalty_points: 0 })
  })

  it('begins with the same rows, however many follow', async () => {
    await inTransaction(() => seedCustomers(client, { count: 1000 }))
    const fewer = await customersAsText()
    await client.query('truncate customers cascade')
    await inTransaction(() => seedCustomers(client, { count: 1500 }))
    const more = new Set(await customersAsText())
    expect(fewer.filter((customer) => !more.has(customer))).toEqual([])
    expect([fewer.length, more.size]).toEqual([1000, 1500])
  })

  it('puts the indexes back as they were after many rows, beside somebody who was there before', async () => {
    const before = await indexes()
    await client.query(`insert into customers (id, email) values (gen_random_uuid(), 'owner@example.com')`)

    await inTransaction(() => seedCustomers(client, { count: 50_000 }))

    expect(await indexes()).toEqual(before)
    const { rows } = await client.query('select count(*)::integer as amount from customers')
    expect(rows[0].amount).toBe(50_001)
  })

  it.each([100, 50_000])('refuses to seed %i twice, and then nothing is written', async (count) => {
    await inTransaction(() => seedCustomers(client, { count: 100 }))
    await expect(inTransaction(() => seedCustomers(client, { count }))).rejects.toThrow(AlreadySeeded)
    const { rowCount } = await client.query('select from customers')
    expect(rowCount).toBe(100)
  })

  it.each([100, 50_000])('refuses when one of %i addresses is taken by somebody else', async (count) => {
    const { email } = customerRow(50, 1, defaultReferenceTime)
    await client.query('insert into customers (id, email) values (gen_random_uuid(), $1)', [
      email.toUpperCase(),
    ])
    await expect(inTransaction(() => seedCustomers(client, { count }))).rejects.toThrow(
      new AlreadySeeded(`${email} is a customer already`),
    )
    expect((await client.query('select from customers')).rowCount).toBe(1)
  })

  it('tells how far it is, and ends with the amount asked for', async () => {
    const progress: number[] = []
    await inTransaction(() =>
      seedCustomers(client, { count: 2000, onProgress: (rows) => progress.push(rows) }),
    )
    expect(progress.length).toBeGreaterThan(3)
    expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    expect(progress.at(-1)).toBe(2000)
  })

  it.each([0, -1, 1.5, 10_000_001, Number.NaN])('refuses to seed %d customers', async (count) => {
    await expect(seedCustomers(client, { count })).rejects.toThrow(RangeError)
  })

  async function inTransaction(work: () => Promise<void>): Promise<void> {
    await client.query('begin')
    try {
      await work()
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }

  async function customersAsText(): Promise<string[]> {
    const { rows } = await client.query('select customers::text as customer from customers')
    return rows.map(({ customer }) => customer)
  }

  async function indexes(): Promise<unknown[]> {
    const { rows } = await client.query('select indexdef from pg_indexes order by indexdef')
    return rows
  }
})
