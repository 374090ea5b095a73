import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestDatabase, useTestDatabase } from '../../../test/database.ts'
import { deleteInBatches } from './delete-in-batches.ts'

/** Grants named 1, 2, 3 …: the first is the oldest. */
async function withGrants(count: number): Promise<TestDatabase> {
  const database = await useTestDatabase()
  await database.pool.query(
    `insert into quota_grants (key, amount, counts_until)
     select number, 1, now() - make_interval(days => $1 - number) from generate_series(1, $1) as number order by random()`,
    [count],
  )
  return database
}

const left = async ({ pool }: TestDatabase) =>
  (await pool.query('select key from quota_grants order by counts_until')).rows.map(({ key }) => key)

const old = {
  from: 'quota_grants',
  key: 'id',
  where: sql`counts_until < now() - interval '36 hours'`,
  oldestBy: 'counts_until',
} as const

test('all that is over goes, the oldest first and a batch at a time; the rest stays', async () => {
  const database = await withGrants(9)
  const sizes: number[] = []
  const seen: string[][] = []
  const gone = await deleteInBatches(database.db, {
    ...old,
    size: 3,
    async onDeleted(tx, ids) {
      sizes.push(ids.length)
      seen.push((await tx.selectFrom('quota_grants').select('key').execute()).map(({ key }) => key).sort())
    },
  })
  expect(gone).toBe(7)
  expect(sizes).toEqual([3, 3, 1])
  expect(seen).toEqual([
    ['4', '5', '6', '7', '8', '9'],
    ['7', '8', '9'],
    ['8', '9'],
  ])
  expect(await left(database)).toEqual(['8', '9'])
})

test('a row that somebody holds is not waited for, and goes the next time', async () => {
  const database = await withGrants(5)
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query("select from quota_grants where key = '2' for update")
  expect(await deleteInBatches(database.db, { ...old, size: 10 })).toBe(2)
  expect(await left(database)).toEqual(['2', '4', '5'])
  await holder.query('rollback')
  holder.release()
  expect(await deleteInBatches(database.db, { ...old, size: 10 })).toBe(1)
})

test('a batch whose end can not be recorded stays, those before it are gone', async () => {
  const database = await withGrants(9)
  let batch = 0
  const failing = deleteInBatches(database.db, {
    ...old,
    size: 3,
    async onDeleted() {
      batch += 1
      if (batch === 2) throw new Error('no trail')
    },
  })
  await expect(failing).rejects.toThrow('no trail')
  expect(await left(database)).toEqual(['4', '5', '6', '7', '8', '9'])
})
