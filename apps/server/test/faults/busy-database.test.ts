import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { call, startLoad, tally } from './load.ts'
import { api, password, signUp, writeCity } from './people.ts'
import { faultSeconds, isMeasured, startServer } from './server-process.ts'

const poolSize = 5

const sessions = async (pool: pg.Pool) =>
  (
    await pool.query(`select count(*) filter (where application_name = 'crm web')::int as web,
      count(*) filter (where state like 'idle in transaction%' and now() - state_change > interval '30 s' and application_name <> 'test')::int as stuck
      from pg_stat_activity where datname = current_database()`)
  ).rows[0]

test('while a lock holds every connection, whoever waits is told so in three seconds, and all connections come back', async () => {
  const { url, pool } = await useTestDatabase()
  const env = {
    DATABASE_URL: url,
    DB_POOL_SIZE: String(poolSize),
    THROTTLE_USER: '100000/hour',
    THROTTLE_LOGIN: '100000/hour',
  }
  const server = await startServer({ env })
  const token = await signUp(server)
  const holder = await pool.connect()
  onTestFinished(() => holder.release(true))
  await holder.query('begin')
  await holder.query('set idle_in_transaction_session_timeout = 0')
  await holder.query('lock table customers in access exclusive mode')

  const login = { method: 'POST', body: { email: 'nobody@example.com', password } }
  const loads = [
    startLoad(20, () => call(api(server, 'profile/'), { token })),
    startLoad(20, () => writeCity(server, token)),
    startLoad(10, () => call(api(server, 'login/'), login)),
  ]
  await wait(faultSeconds * 1_000)
  const outcomes = (await Promise.all(loads.map((load) => load.stop()))).flat()
  expect(Object.keys(tally(outcomes))).toEqual(['503'])
  expect(outcomes.every(({ headers }) => headers['retry-after'] === '1')).toBe(true)
  expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(isMeasured ? 3_000 : 4_500)

  const { web, stuck } = await sessions(pool)
  expect(web).toBeLessThanOrEqual(poolSize)
  expect(stuck).toBe(0)
  await holder.query('rollback')
  expect((await call(api(server, 'profile/'), { token })).status).toBe(200)
  expect((await writeCity(server, token)).status).toBe(200)
}, 120_000)
