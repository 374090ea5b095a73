import { hashSync } from '@node-rs/argon2'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { cost } from '../apps/server/src/modules/auth/passwords/hashing.worker.ts'
import { tokens } from './servers/pair.ts'

export type Person = { id: string; email: string; token: string }
export type People = { customers: Person[]; owner: Person }

export const password = 'Plantain-and-egusi-2026'
const amount = 400

/** Seeded customers with a password and a session each, and one of them as the owner. */
export async function signInPeople(pool: pg.Pool): Promise<People> {
  const { rows } = await pool.query<{ id: string; email: string }>(
    `select id, email from customers where is_active and trashed_at is null and role is null
     order by md5(id::text) limit $1`,
    [amount + 1],
  )
  await pool.query(
    `insert into credentials (customer_id, password_hash) select id, $2 from unnest($1::uuid[]) as id
     on conflict (customer_id) do update set password_hash = $2`,
    [rows.map(({ id }) => id), hashSync(password, cost)],
  )
  const [owner, ...customers] = await Promise.all(rows.map((row) => signIn(pool, row)))
  if (!owner) throw new Error('There are no customers.')
  await pool.query("update customers set role = 'owner' where id = $1", [owner.id])
  return { owner, customers }
}

async function signIn(pool: pg.Pool, { id, email }: { id: string; email: string }): Promise<Person> {
  const session_id = uuidv7()
  await pool.query(
    `insert into sessions (id, customer_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    [session_id, id],
  )
  return { id, email, token: tokens.access({ customer_id: id, session_id }) }
}
