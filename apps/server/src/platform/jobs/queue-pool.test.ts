import { expect, onTestFinished, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { createPool } from '../db/pool.ts'
import { retryWhenLost } from './queue-pool.ts'

function open(url: string) {
  const pool = createPool({ url, size: 1, statementTimeoutMs: 600, name: 'tested', onError: () => {} })
  retryWhenLost(pool)
  onTestFinished(() => pool.end())
  return pool
}

test('a connection that gave no answer is never lent again, although its user gave it back', async () => {
  const { url } = await useTestDatabase()
  const pool = open(url)
  const client = await pool.connect()
  await client.query('set statement_timeout = 0')
  await expect(client.query('select pg_sleep(60)')).rejects.toMatchObject({ code: '40001' })
  client.release()
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('a connection that dies is an error after which the queue tries again', async () => {
  const { url } = await useTestDatabase()
  const client = await open(url).connect()
  await expect(client.query('select pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({
    code: '40001',
  })
  client.release()
})

test('a mistake in a statement stays what it is', async () => {
  const { url } = await useTestDatabase()
  const client = await open(url).connect()
  await expect(client.query('select nothing')).rejects.toMatchObject({ code: '42703' })
  client.release()
})

test('who asks for a connection while there is no server waits until there is one', async () => {
  const { url } = await useTestDatabase()
  const pool = open(url.replace(/:\d+\//, ':1/'))
  const waiting = pool.connect()
  await expect.poll(() => pool.totalCount).toBe(0)
  pool.options.connectionString = url
  const client = await waiting
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  client.release()
})
