import type pg from 'pg'
import { withPlainLetters } from '../../apps/server/src/seed/plain-letters.ts'

/** Match a twentieth of all customers, a ninth, and every one: staff types more, but may. */
export const broadTerms = ['ola', '416', 'example']

const people = 20

type Person = { first_name: string; last_name: string; email: string; phone_number: string }

/**
 * What staff types to find somebody, of people drawn from the store, so that common names come often: surnames as
 * written and in plain letters, the beginning of a name with a surname, telephone numbers as they are said, addresses.
 */
export async function drawTerms(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<Person>(
    `select first_name, last_name, email, phone_number from customers
     where trashed_at is null and last_name <> '' and phone_number <> '' order by md5(email) limit $1`,
    [people],
  )
  return rows.flatMap(({ first_name, last_name, email, phone_number }) => [
    last_name,
    withPlainLetters(last_name).toLowerCase(),
    `${first_name.slice(0, 4)} ${last_name}`,
    phone_number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3'),
    phone_number.slice(-7),
    email.split('@')[0] ?? email,
  ])
}
