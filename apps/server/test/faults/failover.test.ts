import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { readPasswords } from '../../src/platform/embedded/passwords.ts'
import { call, startLoad, tally } from './load.ts'
import { api, register, signUp, writeCity } from './people.ts'
import { startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

// One server plays both parts: sessions that are open follow the setting that is changed under them, like those on an
// old primary; new ones get the role's own, like those that find the new primary.
const oldPrimaryReadsOnly = [
  'alter role crm set default_transaction_read_only = off',
  'alter system set default_transaction_read_only = on',
  'select pg_reload_conf()',
]

test('the primary becomes read-only under open connections: writes work again in fifteen seconds, nobody stays behind', async () => {
  const sink = await startSmtpSink()
  const server = await startServer({ env: sink.env })
  const token = await signUp(server)
  const admin = await connectAsAdmin(server.dataDir)
  const reads = startLoad(20, () => call(api(server, 'profile/'), { token }))
  const writes = startLoad(20, () => writeCity(server, token))
  await wait(1_000)

  const { rows } = await admin.query('select clock_timestamp()::text as moment')
  for (const statement of oldPrimaryReadsOnly) await admin.query(statement)
  const changedAt = performance.now()
  const oldSessions = async () =>
    (
      await admin.query(
        `select application_name from pg_stat_activity
         where usename = 'crm' and backend_type = 'client backend' and backend_start < $1`,
        [rows[0].moment],
      )
    ).rows
  await expect.poll(oldSessions, { timeout: 15_000, interval: 200 }).toEqual([])
  await wait(2_000)
  const later = (await writes.stop()).filter(({ startedAt }) => startedAt > performance.now() - 1_500)
  expect(tally(later)).toEqual({ 200: expect.any(Number) })
  expect(performance.now() - changedAt).toBeLessThan(15_000)
  expect(Object.keys(tally(writes.outcomes)).sort()).toEqual(['200', '503'])
  expect(Object.keys(tally(await reads.stop()))).toEqual(['200'])

  await register(server, 'after@example.com')
  await expect.poll(() => sink.recipients, { timeout: 10_000 }).toContain('after@example.com')
  await admin.end()
}, 60_000)

async function connectAsAdmin(dataDir: string): Promise<pg.Client> {
  const port = Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3])
  const password = readPasswords(dataDir)?.postgres
  const admin = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password })
  admin.on('error', () => {})
  await admin.connect()
  return admin
}
