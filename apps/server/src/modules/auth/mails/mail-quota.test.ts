import { expect, test } from 'vitest'
import { useTestDatabase } from '../../../../test/database.ts'
import { mayMail } from './mail-quota.ts'

test('three mails of a kind in an hour, counted for all that the database takes for one address', async () => {
  const { db, pool } = await useTestDatabase()
  // Ligatures, full-width letters and either form of a letter with a mark are one to it.
  const spellings = ['\ufb01\u00e9@example.com', 'Fi\u00c9@Example.com', '\uff26\uff29e\u0301@example.com']
  for (const email of spellings) expect(await mayMail(db, 'verify_email', email)).toBe(true)
  for (const email of spellings) expect(await mayMail(db, 'verify_email', email)).toBe(false)
  expect(await mayMail(db, 'reset_password', spellings[0] ?? '')).toBe(true)
  expect(await mayMail(db, 'verify_email', 'somebody-else@example.com')).toBe(true)

  const { rows } = await pool.query('select distinct key from quota_grants')
  expect(rows.length).toBe(3)
  for (const { key } of rows) expect(key).toMatch(/^mail:(verify_email|reset_password):[0-9a-f]{64}$/)
})
