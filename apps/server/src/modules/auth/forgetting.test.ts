import { expect, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { forgetOldAttempts } from './passwords/sign-in-attempts.ts'
import { deleteOldSessions } from './sessions/sessions.queries.ts'

test('tries are forgotten after half a year, sessions a month after they ran out', async () => {
  const { db, pool } = await useTestDatabase()
  await pool.query(`
    insert into sign_in_attempts (email_hash, failures, last_tried_at)
      select sha256(convert_to(age::text, 'UTF8')), 1, now() - make_interval(days => age) from unnest(array[179, 181]) age;
    insert into customers (id, email) values (gen_random_uuid(), 'ama@example.com');
    insert into sessions (id, customer_id, expires_at)
      select gen_random_uuid(), customers.id, now() - make_interval(days => age) from customers, unnest(array[29, 31]) age`)

  expect([await forgetOldAttempts(db), await deleteOldSessions(db)]).toEqual([1, 1])
  const { rows } = await pool.query(
    `select extract(day from now() - last_tried_at)::int as tried, extract(day from now() - expires_at)::int as ran_out
     from sign_in_attempts, sessions`,
  )
  expect(rows).toEqual([{ tried: 179, ran_out: 29 }])
})
