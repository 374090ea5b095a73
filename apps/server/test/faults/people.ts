import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { call, type Outcome } from './load.ts'
import type { ServerProcess } from './server-process.ts'

export const password = 'Jollof-Pepper-2026!'
export const owner = { email: 'owner@example.com', password: 'Owner-Pass-2026!' }
export const ownerEnv = { OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password }

export const api = (server: Pick<ServerProcess, 'url'>, path: string) => `${server.url}/api/customers/${path}`

export function register(
  server: Pick<ServerProcess, 'url'>,
  email = `${randomUUID()}@example.com`,
  fields: Record<string, unknown> = {},
): Promise<Outcome> {
  return call(api(server, 'register/'), {
    method: 'POST',
    body: { email, password, password_confirm: password, first_name: 'Ama', last_name: 'Mensah', ...fields },
  })
}

/** Registers somebody and returns the access token. */
export async function signUp(server: Pick<ServerProcess, 'url'>): Promise<string> {
  const { status, json, error } = await register(server)
  if (status !== 201) throw new Error(`registration answered ${status} ${error ?? JSON.stringify(json)}`)
  return json.tokens.access
}

/** One after the other: when too many come at once, some are asked to come back. */
export async function signUpMany(server: Pick<ServerProcess, 'url'>, count: number): Promise<string[]> {
  const tokens: string[] = []
  while (tokens.length < count) tokens.push(await signUp(server))
  return tokens
}

let written = 0

/** A write that really changes something; its `x-request-id` is then in the trail. */
export function writeCity(server: Pick<ServerProcess, 'url'>, token: string): Promise<Outcome> {
  written += 1
  return call(api(server, 'profile/'), { method: 'PATCH', token, body: { city: `City ${written}` } })
}

/** Of the writes that were answered with success, those that the database does not know. */
export async function lostWrites(pool: pg.Pool, outcomes: Outcome[]): Promise<string[]> {
  const acknowledged = outcomes
    .filter(({ status }) => status === 200 || status === 201)
    .map(({ headers }) => String(headers['x-request-id']))
  const { rows } = await pool.query('select request_id from audit_events where request_id = any($1)', [
    acknowledged,
  ])
  const known = new Set(rows.map((row) => row.request_id))
  return acknowledged.filter((id) => !known.has(id))
}

/** Registrations of which only a part was written: each one has a customer, a password, an event and a job or its mail. */
export async function halfWrites(pool: pg.Pool, mailed: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query(
    `select customers.email from customers
     left join credentials on credentials.customer_id = customers.id
     left join audit_events on audit_events.customer_id = customers.id and audit_events.name = 'customer.registered'
     left join one_time_tokens on one_time_tokens.customer_id = customers.id
     where credentials is null or audit_events is null or one_time_tokens is null or not (
       customers.email = any($1) or exists (
         select from graphile_worker._private_jobs as jobs where jobs.payload ->> 'customer_id' = customers.id::text))`,
    [mailed],
  )
  return rows.map((row) => row.email)
}
