import { expect, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { register } from './people.ts'
import { startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

const jobs = 'select attempts, locked_at is not null as is_held from graphile_worker.jobs'

test('the jobs of a worker that is killed are taken over within a minute, and the attempt counts', async () => {
  const { url, pool } = await useTestDatabase()
  const slow = await startSmtpSink({ delayMs: 60_000 })
  const web = await startServer({ env: { DATABASE_URL: url, ...slow.env }, args: ['--role', 'web'] })
  const first = await startServer({ env: { DATABASE_URL: url, ...slow.env }, args: ['--role', 'worker'] })
  await register(web, 'kofi@example.com')
  await expect
    .poll(async () => (await pool.query(jobs)).rows, { timeout: 5_000 })
    .toEqual([{ attempts: 1, is_held: true }])

  // At this moment others must know under which names it took the job.
  const { rows } = await pool.query(
    'select from graphile_worker.jobs join worker_processes on jobs.locked_by = any(worker_processes.worker_ids)',
  )
  expect(rows).toHaveLength(1)

  const sink = await startSmtpSink()
  await startServer({ env: { DATABASE_URL: url, ...sink.env }, args: ['--role', 'worker'] })
  first.signal('SIGKILL')
  await first.ended
  await expect.poll(() => sink.recipients, { timeout: 60_000, interval: 500 }).toEqual(['kofi@example.com'])
  await expect.poll(async () => (await pool.query(jobs)).rows, { timeout: 5_000 }).toEqual([])
  const { rows: tasks } = await pool.query('select count(*)::int as names from worker_processes')
  expect(tasks).toEqual([{ names: 1 }])
}, 120_000)
