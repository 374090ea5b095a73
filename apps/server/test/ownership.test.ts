import { globSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const source = path.join(root, 'apps/server/src')

/** Who writes each table. Whoever adds a table says here whose it is; everybody else asks the owner. */
const owners: Record<string, string> = {
  audit_events: 'modules/audit/',
  credentials: 'modules/auth/',
  customer_batch_rows: 'modules/customers/',
  customer_batches: 'modules/customers/',
  customer_notes: 'modules/customers/',
  customer_pictures: 'modules/customers/',
  // Nobody writes the tallies: the triggers of customers do.
  customer_facet_tallies: 'migrations',
  customer_tallies: 'migrations',
  customers: 'modules/customers/',
  development_mails: 'platform/mail/',
  former_emails: 'modules/customers/',
  one_time_tokens: 'modules/auth/',
  quota_grants: 'platform/limits/',
  recovery_codes: 'modules/auth/',
  second_factors: 'modules/auth/',
  sessions: 'modules/auth/',
  sign_in_attempts: 'modules/auth/',
  store_settings: 'modules/store/',
  worker_processes: 'platform/jobs/',
}

const writes = [
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`](\w+)/g,
  /\bdeleteInBatches\([^{]*\{\s*from: '(\w+)/g,
  /\b(?:insert into|delete from|merge into|truncate(?: table)?|copy)\s+(?:only\s+)?(?:public\.)?"?(\w+)/gi,
  /\bupdate\s+(?:only\s+)?(?:public\.)?"?(\w+)"?(?:\s+as\s+\w+)?\s+set\b/gi,
]

const tablesWrittenBy = (text: string) => [
  ...new Set(writes.flatMap((write) => [...text.matchAll(write)].map(([, table = '']) => table))),
]

/** What the server runs. Seeds and commands fill tables in one go, past the modules. */
const files = globSync('**/*.ts', { cwd: source }).filter(
  (file) => !/^(seed|commands)\/|\.(test|fixture)\.ts$/.test(file),
)
const written = files.flatMap((file) =>
  tablesWrittenBy(readFileSync(path.join(source, file), 'utf8'))
    .filter((table) => table in owners)
    .map((table) => ({ file, table })),
)

describe('only the owner of a table writes it', () => {
  test('every table has an owner', () => {
    const schema = readFileSync(path.join(root, 'apps/server/schema.sql'), 'utf8')
    const tables = [...schema.matchAll(/^create table (\w+)/gm)].map(([, table]) => table)
    expect(Object.keys(owners).sort()).toEqual(tables.sort())
  })

  test('whoever writes a table owns it', () => {
    expect(written.filter(({ file, table }) => !file.startsWith(owners[table] ?? ''))).toEqual([])
  })

  test('the search finds the writes that there are', () => {
    const found = [...new Set(written.map(({ table }) => table))].sort()
    expect(found).toEqual(Object.keys(owners).filter((table) => owners[table] !== 'migrations'))
  })

  test.each([
    "tx.insertInto('customers')",
    "db.updateTable(\n  'customers as c')",
    "deleteInBatches(db, {\n  from: 'customers',",
    'insert into customers as c (id)',
    'INSERT INTO public.customers',
    'delete from only customers where',
    'update customers as c set city',
    'truncate customers',
  ])('%j writes customers', (text) => {
    expect(tablesWrittenBy(text)).toEqual(['customers'])
  })

  test.each(["selectFrom('customers')", 'on conflict do update set city', 'select for update of customers'])(
    '%j writes nothing',
    (text) => {
      expect(tablesWrittenBy(text)).toEqual([])
    },
  )
})

test('every module has a level, so that its imports are held to point downward', () => {
  const { forbidden } = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string }[]
  }
  const levels = forbidden.flatMap(
    ({ name }) => /^modules-point-down:(.+)$/.exec(name)?.[1]?.split('-') ?? [],
  )
  const modules = readdirSync(path.join(source, 'modules'))
  expect(modules.length).toBeGreaterThan(0)
  expect(modules.filter((module) => !levels.includes(module))).toEqual([])
})
