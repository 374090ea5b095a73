import { expect, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { systemActor } from '../../platform/actor.ts'
import { recordEvent } from './record-event.ts'

test('a job is handed the event and whom it is about, whatever the details of the event are called', async () => {
  const { db, pool } = await useTestDatabase()
  const customer_id = '01900000-0000-7000-8000-000000000001'
  const detail = {
    customer_id: 'another',
    event_id: 'another',
    event_name: 'another',
    session_id: 'one',
    fields: ['city'],
  }
  await db
    .transaction()
    .execute((tx) => recordEvent(tx, systemActor(), { name: 'customer.deactivated', customer_id, detail }))

  const { rows: events } = await pool.query('select id, detail from audit_events')
  expect(events).toEqual([{ id: expect.any(String), detail }])
  const { rows: jobs } = await pool.query('select payload from graphile_worker._private_jobs')
  expect(jobs).toEqual([
    {
      payload: { session_id: 'one', event_id: events[0].id, event_name: 'customer.deactivated', customer_id },
    },
  ])
})
