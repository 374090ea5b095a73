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
