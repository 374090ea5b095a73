import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApp, owner, password, type TestApp } from '../../../test/test-app.ts'
import { api, hire, quickPasswords } from './auth.fixture.ts'

let crm: TestApp
let owners: { id: string; token: string }[]
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
  await crm.ownerToken()
})
afterAll(() => crm.close())

/** Two new owners, and nobody else is one. */
beforeEach(async () => {
  const { pool } = crm.database
  await pool.query("update customers set role = 'owner' where email = $1", [owner.email])
  owners = [await hire(crm, 'owner'), await hire(crm, 'owner')]
  await pool.query('update customers set role = null where id <> all($1)', [ids()])
})

const staff = `${api}/admin/customers`
const ids = () => owners.map(({ id }) => id)

const waiting = async () => {
  const { rows } = await crm.database.pool.query<{ count: number }>(
    "select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  )
  return rows[0]?.count ?? 0
}

/** Lets both begin, holds them until both stand before the same door, and opens it. */
async function atOnce(first: () => ReturnType<TestApp['call']>, second: typeof first) {
  const holder = await crm.database.pool.connect()
  try {
    await holder.query('begin')
    await holder.query('select 1 from customers where id = any($1) order by id for no key update', [ids()])
    const answers = Promise.all([first(), second()])
    await expect.poll(waiting, { timeout: 5_000, interval: 10 }).toBe(2)
    await holder.query('commit')
    return await answers
  } finally {
    holder.release()
  }
}

type Act = (actor: number) => ReturnType<TestApp['call']>
const of = (actor: number) => ({ token: owners[actor]?.token ?? '', other: owners[1 - actor]?.id ?? '' })

const acts: Record<string, Act> = {
  'trashes the other': (actor) => {
    const { token, other } = of(actor)
    return crm.call('DELETE', `${staff}/${other}/`, { token })
  },
  'demotes the other': (actor) => {
    const { token, other } = of(actor)
    return crm.call('PUT', `${staff}/${other}/role/`, { token, body: { role: 'cashier' } })
  },
  'switches off the other': (actor) => {
    const { token, other } = of(actor)
    return crm.call('PATCH', `${staff}/${other}/`, { token, body: { is_active: false } })
  },
  'deletes their own account': (actor) => {
    const { token } = of(actor)
    return crm.call('POST', `${api}/deletion/`, { token, body: { password } })
  },
}

const ofOther = Object.keys(acts).filter((name) => name.endsWith('other'))
const pairs = [
  ...ofOther.flatMap((one, index) => ofOther.slice(index).map((two) => [one, two] as const)),
  ['deletes their own account', 'deletes their own account'] as const,
]

test.each(pairs)(
  'where one %s and the second %s at the same moment, one owner stays and is told why',
  async (one, two) => {
    const answers = await atOnce(
      () => (acts[one] as Act)(0),
      () => (acts[two] as Act)(1),
    )
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
    expect([200, 204], won?.text).toContain(won?.status)
    const left = await crm.database.pool.query(
      "select id from customers where role = 'owner' and is_active and trashed_at is null",
    )
    expect(left.rows).toHaveLength(1)
    expect([lost?.status, lost?.json]).toEqual([
      400,
      { non_field_errors: ['This is the only owner. Make somebody else an owner first.'] },
    ])
  },
)

test('a batch of one owner with both in it leaves one', async () => {
  const trashBoth: Act = (actor) =>
    crm.call('POST', `${staff}/batches/`, { token: of(actor).token, body: { action: 'trash', ids: ids() } })
  const answers = await atOnce(
    () => trashBoth(0),
    () => trashBoth(1),
  )
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(answers.map(({ json }) => json.count).toSorted()).toEqual([0, 1])
})
