import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, createCast, signUp } from '../../../test/cast.ts'
import { createTestApp, newEmail, type TestApp } from '../../../test/test-app.ts'
import { forgetOldBatches } from './batches.queries.ts'
import { addCustomers } from './customers.fixture.ts'

let crm: TestApp
let cast: Cast
const path = '/api/customers/admin/customers/'
const as = (name: keyof Cast, method: string, rest = '', body?: unknown) =>
  crm.call(method, `${path}${rest}`, { token: cast[name].access, body })
const batch = (action: string, ids: string[], name: keyof Cast = 'manager') =>
  as(name, 'POST', 'batches/', { action, ids })
const undo = (id: string, name: keyof Cast = 'manager') => as(name, 'POST', `batches/${id}/undo/`)
const add = (count: number, fields: Parameters<typeof addCustomers>[1][number] = {}) =>
  addCustomers(
    crm,
    Array.from({ length: count }, () => fields),
  )
const first = async (fields: Parameters<typeof addCustomers>[1][number] = {}) =>
  (await add(1, fields))[0] ?? ''

async function states(ids: string[]) {
  const { rows } = await crm.database.pool.query(
    `select is_active, is_verified, trashed_at is not null as is_trashed from customers
     where id = any($1) order by array_position($1, id)`,
    [ids],
  )
  return rows
}
async function trail(id: string) {
  const { rows } = await crm.database.pool.query(
    'select name, actor_id, detail from audit_events where customer_id = $1 order by occurred_at, id',
    [id],
  )
  return rows
}

beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
})
afterAll(() => crm.close())

describe('works', () => {
  test.each([
    ['activate', { is_active: false }, { is_active: true }],
    ['deactivate', {}, { is_active: false }],
    ['verify', {}, { is_verified: true }],
    ['trash', {}, { is_trashed: true }],
  ])('%s changes many at once, and its undo puts them back as they were', async (action, fields, changed) => {
    const ids = await add(3, fields)
    const before = await states(ids)
    const { status, json } = await batch(action, ids)
    expect([status, json.action, json.count, json.skipped]).toEqual([201, action, 3, []])
    expect(Date.parse(json.undo_until) - Date.now()).toBeGreaterThan(29 * 86_400_000)
    expect(await states(ids)).toEqual(before.map((state) => ({ ...state, ...changed })))

    const undone = await undo(json.id)
    expect([undone.status, undone.json]).toEqual([200, { count: 3, skipped: [] }])
    expect(await states(ids)).toEqual(before)
  })

  test('who may put nobody back leaves the undo to an owner', async () => {
    const id = await first({ role: 'cashier' })
    const { json } = await batch('deactivate', [id], 'owner')
    const refused = await undo(json.id, 'manager')
    expect([refused.status, refused.json.code]).toEqual([403, 'permission_denied'])
    const undone = await undo(json.id, 'owner')
    expect([undone.status, undone.json.count]).toEqual([200, 1])
  })

  test('each customer has an event of their own that names the batch and says from what to what', async () => {
    const id = await first()
    const { json } = await batch('deactivate', [id])
    await undo(json.id, 'owner')
    const by = cast.manager.id
    expect(await trail(id)).toEqual([
      {
        name: 'customer.profile_updated',
        actor_id: by,
        detail: {
          fields: ['is_active'],
          changes: { is_active: { from: true, to: false } },
          batch_id: json.id,
        },
      },
      { name: 'customer.deactivated', actor_id: by, detail: { batch_id: json.id } },
      {
        name: 'customer.profile_updated',
        actor_id: cast.owner.id,
        detail: {
          fields: ['is_active'],
          changes: { is_active: { from: false, to: true } },
          undone_batch_id: json.id,
        },
      },
    ])
  })

  test('the history says of a batch that it was undone, when and by whom, and only where it was', async () => {
    const [put, moved] = [await first(), await first()]
    await batch('verify', [put])
    const { json } = await batch('deactivate', [put, moved])
    await as('cashier', 'PATCH', `${moved}/`, { city: 'Ajax' })
    await undo(json.id, 'owner')
    const events = async (id: string) => (await as('auditor', 'GET', `${id}/events/`)).json.results
    const [undoing, deactivated, updated, verified] = await events(put)
    expect(undoing).toMatchObject({ detail: { undone_batch_id: json.id }, undone: null })
    expect(verified.undone).toBeNull()
    for (const event of [deactivated, updated])
      expect(event).toMatchObject({
        detail: { batch_id: json.id },
        actor: { id: cast.manager.id },
        undone: {
          occurred_at: undoing.occurred_at,
          actor: { id: cast.owner.id, name: 'Ọlá Adébáyọ̀', role: 'owner' },
        },
      })
    expect((await events(moved)).map(({ undone }: { undone: unknown }) => undone)).toEqual([null, null, null])
  })

  test('who is deactivated or trashed is signed out everywhere', async () => {
    for (const action of ['deactivate', 'trash']) {
      const people = [await signUp(crm), await signUp(crm)]
      await batch(
        action,
        people.map(({ id }) => id),
      )
      await crm.runJobs()
      const { rows } = await crm.database.pool.query(
        'select end_reason from sessions where customer_id = any($1)',
        [people.map(({ id }) => id)],
      )
      const reason = action === 'trash' ? 'trashed' : 'deactivated'
      expect(rows).toEqual([{ end_reason: reason }, { end_reason: reason }])
    }
  })

  test('who need not or may not change is left out with the reason, the others change', async () => {
    const [due, done, trashed, missing] = [
      await first(),
      await first({ is_verified: true }),
      await first(),
      randomUUID(),
    ]
    await as('manager', 'DELETE', `${trashed}/`)
    const ids = [due, due.toUpperCase(), done, trashed, missing, cast.cashier.id, cast.owner.id]
    const { json } = await batch('verify', ids)
    expect(json.count).toBe(1)
    expect(new Map(json.skipped.map(({ id, reason }: Record<string, string>) => [id, reason]))).toEqual(
      new Map([
        [done, 'unchanged'],
        [trashed, 'not_found'],
        [missing, 'not_found'],
        [cast.cashier.id, 'staff_account'],
        [cast.owner.id, 'staff_account'],
      ]),
    )
    expect(await trail(done)).toEqual([])
  })

  test.each([
    ['deactivate', 'owner'],
    ['trash', 'owner'],
    ['trash', 'manager'],
  ] as const)(
    '%s leaves out the %s who asks for it, and undoing puts the others back',
    async (action, who) => {
      const other = await first()
      const own = cast[who].id
      const { json } = await batch(action, [own, other], who)
      expect([json.count, json.skipped]).toEqual([1, [{ id: own, reason: 'own_account' }]])
      expect(await states([own])).toEqual([expect.objectContaining({ is_active: true, is_trashed: false })])
      expect((await undo(json.id, who)).json).toEqual({ count: 1, skipped: [] })
    },
  )

  test('undoing leaves alone whom somebody changed since, also where it is again as it was', async () => {
    const [untouched, moved, twice, gone, purged] = await add(5)
    const { json } = await batch('deactivate', [untouched, moved, twice, gone, purged] as string[])
    await as('cashier', 'PATCH', `${moved}/`, { city: 'Ajax' })
    await as('manager', 'PATCH', `${twice}/`, { is_active: true })
    await as('manager', 'PATCH', `${twice}/`, { is_active: false })
    await as('manager', 'DELETE', `${gone}/`)
    await crm.database.pool.query('delete from customers where id = $1', [purged])
    const undone = await undo(json.id)
    expect(undone.json.count).toBe(1)
    expect(undone.json.skipped).toHaveLength(3)
    expect(undone.json.skipped).toEqual(
      expect.arrayContaining([moved, twice, gone].map((id) => ({ id, reason: 'changed_since' }))),
    )
    expect((await states([untouched as string]))[0].is_active).toBe(true)
  })

  test('signing in is no change: who did so since is put back, too', async () => {
    const person = await signUp(crm)
    const { json } = await batch('verify', [person.id])
    const body = { email: person.email, password: 'SecurePass123!' }
    expect((await crm.call('POST', '/api/customers/login/', { body })).status).toBe(200)
    expect((await undo(json.id)).json.count).toBe(1)
  })

  test('an address that somebody registered with meanwhile is kept by them', async () => {
    const email = newEmail()
    const [taken, free] = [await first({ email }), await first()]
    const { json } = await batch('trash', [taken, free])
    await first({ email: email.toUpperCase() })
    expect((await undo(json.id)).json).toEqual({
      count: 1,
      skipped: [{ id: taken, reason: 'email_taken' }],
    })
  })
})

describe('refuses', () => {
  test('a second undo, one that comes too late, and one of nothing', async () => {
    const { json } = await batch('verify', await add(1))
    expect((await undo(json.id)).status).toBe(200)
    const again = await undo(json.id)
    expect([again.status, again.json.code]).toEqual([409, 'conflict'])

    const late = (await batch('verify', await add(1))).json.id
    const age = "update customer_batches set created_at = now() - interval '30 days 1 second' where id = $1"
    await crm.database.pool.query(age, [late])
    expect((await undo(late)).status).toBe(409)
    expect(await forgetOldBatches(crm.database.db)).toBe(1)
    expect((await undo(late)).status).toBe(404)
    expect((await undo(randomUUID())).status).toBe(404)
  })

  test.each([
    [{}, ['action', 'ids']],
    [{ action: 'purge', ids: [randomUUID()] }, ['action']],
    [{ action: 'verify', ids: [] }, ['ids']],
    [{ action: 'verify', ids: 'all' }, ['ids']],
    [{ action: 'verify', ids: ['1'] }, ['ids']],
    [{ action: 'verify', ids: Array.from({ length: 1_001 }, () => randomUUID()) }, ['ids']],
  ])('%j', async (body, fields) => {
    const { status, json } = await as('manager', 'POST', 'batches/', body)
    expect([status, Object.keys(json).sort()]).toEqual([400, fields])
  })
})

describe('protects', () => {
  test('the last owner, also among several in one batch', async () => {
    const owners = await add(2, { role: 'owner' })
    await crm.database.pool.query('update customers set is_active = false where id = $1', [cast.owner.id])
    const others = owners.filter((id) => id !== cast.owner.id)
    const { makeBatch } = await import('./make-batch.ts')
    const { systemActor } = await import('../../platform/actor.ts')
    const made = await makeBatch(crm.database.db, systemActor(), { action: 'deactivate', ids: others })
    expect([made.count, made.skipped.map(({ reason }) => reason)]).toEqual([1, ['last_owner']])
    await crm.database.pool.query('update customers set is_active = true, role = $2 where id = $1', [
      cast.owner.id,
      'owner',
    ])
    await crm.database.pool.query('update customers set role = null where id = any($1)', [others])
  })

  test('of twenty that undo one batch at once, one does', async () => {
    const { json } = await batch('verify', await add(5))
    const answers = await Promise.all(Array.from({ length: 20 }, () => undo(json.id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
  })

  test('twenty batches and single changes of the same customers at once: each change has its trace, and nobody is stuck', async () => {
    const ids = await add(6)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const id = ids[index % ids.length] ?? ''
        if (index % 4 === 0) return batch('deactivate', ids.toReversed())
        if (index % 4 === 1) return batch('activate', ids)
        return as('manager', 'PATCH', `${id}/`, { is_active: index % 4 === 2 })
      }),
    )
    expect(answers.filter(({ status }) => status >= 300).map(({ text }) => text)).toEqual([])
    for (const id of ids) {
      const steps = (await trail(id)).flatMap(({ detail }) => detail.changes?.is_active ?? [])
      // Each step begins where the one before ended. The trail is sorted by when a change began, not by its turn.
      const balance = steps.reduce((sum, { to }) => sum + (to ? 1 : -1), 0)
      const [{ is_active }] = await states([id])
      expect(balance).toBe(is_active ? 0 : -1)
    }
    const changed = answers.filter(({ json }) => json.count !== undefined)
    const { rows } = await crm.database.pool.query(
      'select batch_id, count(*)::int from customer_batch_rows where batch_id = any($1) group by 1',
      [changed.map(({ json }) => json.id)],
    )
    const kept = new Map(rows.map(({ batch_id, count }) => [batch_id, count]))
    for (const { json } of changed) expect(kept.get(json.id) ?? 0).toBe(json.count)
  })

  test('a batch that fails at its end has changed nobody', async () => {
    const ids = await add(3)
    await crm.database.pool.query(
      `create trigger no_trace before insert on audit_events for each statement execute function refuse_change()`,
    )
    expect((await batch('trash', ids)).status).toBe(500)
    await crm.database.pool.query('drop trigger no_trace on audit_events')
    expect((await states(ids)).map(({ is_trashed }) => is_trashed)).toEqual([false, false, false])
  })

  test('a thousand take no longer than anybody waits', async () => {
    const ids = await add(1_000)
    const startedAt = performance.now()
    const { json } = await batch('deactivate', ids)
    expect(json.count).toBe(1_000)
    expect((await undo(json.id)).json.count).toBe(1_000)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
