import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { useTestDatabase } from './database.ts'
import { describeSchema } from './describe-schema.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const isSnapshotting = process.env.SNAPSHOT === '1'

function compare(file: string, actual: string): void {
  const absolute = path.join(root, file)
  if (isSnapshotting) writeFileSync(absolute, actual)
  expect(actual, `${file} is not what the migrations make: run npm run snapshot and read its diff`).toBe(
    readFileSync(absolute, 'utf8'),
  )
}

test('schema.sql is what the migrations make', async () => {
  const { url } = await useTestDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    compare('apps/server/schema.sql', await describeSchema(client))
  } finally {
    await client.end()
  }
})

test('the row types are those of the migrated database', async () => {
  const { url } = await useTestDatabase()
  const bin = path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const output = execFileSync(process.execPath, [bin, '--url', url, '--print', '--log-level', 'silent'], {
    cwd: root,
    encoding: 'utf8',
  })
  compare('apps/server/src/platform/db/db-types.ts', output.slice(output.indexOf('/**')))
})

/** Foreign keys without an index that begins with the referring column. A part of the rows will do, if nulls are left out. */
const unindexed = `
  select format('%s (%s)', conrelid::regclass, attname) as reference from pg_constraint
  join pg_attribute on attrelid = conrelid and attnum = conkey[1]
  where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
    select from pg_index where indrelid = conrelid and indkey[0] = conkey[1] and indisvalid
      and coalesce(pg_get_expr(indpred, indrelid), '') in ('', format('(%I IS NOT NULL)', attname))
  ) order by 1`

test('what refers to a row is found by an index, so that deleting the row reads no whole table', async () => {
  const { pool } = await useTestDatabase()
  const find = async () => (await pool.query(unindexed)).rows.map(({ reference }) => reference)
  expect(await find()).toEqual([])

  await pool.query('drop index customer_notes_by_author, sessions_by_customer')
  await pool.query("create index on sessions (customer_id) where device = ''")
  expect(await find()).toEqual(['customer_notes (created_by)', 'sessions (customer_id)'])
})
