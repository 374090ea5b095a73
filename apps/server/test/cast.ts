import type { Role } from '@crm/contract'
import type { TestApp } from './test-app.ts'

export type Person = { id: string; email: string; access: string; refresh: string; session_id: string }

const roleOf = {
  'customer A': null,
  'customer B': null,
  auditor: 'auditor',
  marketer: 'marketer',
  cashier: 'cashier',
  manager: 'manager',
  owner: 'owner',
  deactivated: null,
} as const satisfies Record<string, Role | null>

export type CastName = keyof typeof roleOf
export type Cast = Record<CastName, Person>
export const castNames = Object.keys(roleOf) as CastName[]

/** One person of every kind that may knock at a route, each signed in; the deactivated one holds a token from before. */
export async function createCast(crm: TestApp): Promise<Cast> {
  const people = await Promise.all(
    castNames.map(async (name) => {
      const person = await signUp(crm)
      await crm.database.pool.query('update customers set role = $2, is_active = $3 where id = $1', [
        person.id,
        roleOf[name],
        name !== 'deactivated',
      ])
      return [name, person] as const
    }),
  )
  return Object.fromEntries(people) as Cast
}

/** Registers a customer and tells everything that a test may want to know of the session. */
export async function signUp(crm: TestApp, fields: Record<string, unknown> = {}): Promise<Person> {
  const { id, email, tokens } = await crm.register(fields)
  const { sid } = JSON.parse(Buffer.from(tokens.access.split('.')[1] ?? '', 'base64url').toString())
  return { id, email, access: tokens.access, refresh: tokens.refresh, session_id: sid }
}
