import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DataDirInUse, startEmbeddedDatabase } from './embedded-database.ts'
import { ask, initialisedDataDir, quick, startElsewhere, stopLater, temporaryDataDir } from './fixtures.ts'

const purpose = 'npm start'

test('the first start initialises the database, and data survives a stop and a start', async () => {
  const dataDir = temporaryDataDir()
  const said: string[] = []
  const say = (line: string) => said.push(line)
  const first = stopLater(await startEmbeddedDatabase({ dataDir, purpose, settings: quick, say }))
  expect(first.url).toMatch(/^postgres:\/\/crm:[0-9a-f]+@127\.0\.0\.1:\d+\/crm$/)
  await ask(first.url, 'create table kept as select 42 as answer')
  await first.stop()

  const second = stopLater(await startEmbeddedDatabase({ dataDir, purpose, settings: quick, say }))
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  // Where this clone lies in a folder that only root may enter, each start also says where PostgreSQL runs from.
  expect(said.filter((line) => line.startsWith('Initialising'))).toEqual([
    'Initialising the database (first run) …',
  ])
})

test('the product owns its database without being a superuser, and may clone databases and use pg_trgm', async () => {
  const { url } = stopLater(
    await startEmbeddedDatabase({ dataDir: await initialisedDataDir(), purpose, settings: quick }),
  )
  const role = `select rolsuper, rolcreatedb, datcollate, datlocale from pg_roles, pg_database
    where rolname = current_user and datname = current_database() and datdba = pg_roles.oid`
  expect(await ask(url, role)).toEqual([
    { rolsuper: false, rolcreatedb: true, datcollate: 'C', datlocale: 'C.UTF-8' },
  ])
  await ask(url, 'create extension pg_trgm')
  await ask(url.replace(/crm$/, 'postgres'), 'create database clone template crm')
})

test('no value of a failed statement reaches the log, and only we may read the passwords', async () => {
  const dataDir = await initialisedDataDir()
  const { url } = stopLater(await startEmbeddedDatabase({ dataDir, purpose, settings: quick }))
  await ask(
    url,
    "create table people (email text primary key); insert into people values ('ama@example.com')",
  )
  await expect(ask(url, "insert into people values ('ama@example.com')")).rejects.toThrow(/duplicate key/)
  const log = readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')
  expect(log).toMatch(/ready to accept connections/)
  expect(log).not.toMatch(/ama@example|insert into/)
  expect(statSync(path.join(dataDir, 'pgpass')).mode & 0o777).toBe(0o600)
})

test('a second holder is refused with one line that says who has the data folder', async () => {
  const dataDir = await initialisedDataDir()
  const { pid } = await startElsewhere(dataDir)
  const refusal = await startEmbeddedDatabase({ dataDir, purpose }).catch((error) => error)
  expect(refusal).toBeInstanceOf(DataDirInUse)
  expect(refusal.message).toMatch(
    new RegExp(
      `in use by "npm start" \\(process ${pid}, http://127\\.0\\.0\\.1:8000, since \\d{4}-.*Z\\): stop that first`,
    ),
  )
  expect(refusal.message).not.toContain('\n')
})

test('two starts at once initialise once: one has the database, the other is refused', async () => {
  const dataDir = temporaryDataDir()
  const starts = [1, 2].map(() =>
    startEmbeddedDatabase({ dataDir, purpose, settings: quick }).then(stopLater),
  )
  const outcomes = await Promise.allSettled(starts)
  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refusals.map(({ reason }) => reason)).toEqual([expect.any(DataDirInUse)])
})

test('a half-made database of an interrupted first start is thrown away', async () => {
  const dataDir = temporaryDataDir()
  mkdirSync(path.join(dataDir, 'postgres.new-1'), { recursive: true })
  writeFileSync(path.join(dataDir, 'postgres.new-1', 'PG_VERSION'), '18')
  const { url } = stopLater(await startEmbeddedDatabase({ dataDir, purpose, settings: quick }))
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(statSync(path.join(dataDir, 'postgres.new-1'), { throwIfNoEntry: false })).toBeUndefined()
})

test('lost passwords are set anew, and the data of another PostgreSQL is refused with what to do', async () => {
  const dataDir = await initialisedDataDir()
  rmSync(path.join(dataDir, 'pgpass'))
  const database = stopLater(await startEmbeddedDatabase({ dataDir, purpose, settings: quick }))
  expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await database.stop()

  writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  await expect(startEmbeddedDatabase({ dataDir, purpose })).rejects.toThrow(
    /made by PostgreSQL 17 and this release brings 18: make a backup/,
  )
})

test('a server that cannot start is reported with the last lines of its log', async () => {
  const dataDir = await initialisedDataDir()
  const settings = { shared_buffers: 'plenty' }
  await expect(startEmbeddedDatabase({ dataDir, purpose, settings })).rejects.toThrow(
    /did not start.*postgres\.log:\n.*invalid value for parameter "shared_buffers"/s,
  )
})
