import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import {
  addByStaff,
  api,
  changeByStaff,
  hire,
  logIn,
  quickPasswords,
  tally,
  times,
  trailOf,
  trashByStaff,
} from './auth.fixture.ts'

let crm: TestApp
let token: string
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
  token = await crm.ownerToken()
})
afterAll(() => crm.close())

const ask = (method: string, id: string, rest: string, as = token) =>
  crm.call(method, `${api}/admin/customers/${id}/${rest}`, { token: as })
const mailsTo = async (email: string) => {
  await crm.runJobs()
  return crm.outbox.filter(({ to }) => to === email).length
}

describe('the events of a customer', () => {
  test('are told newest first, with who did what and from what to what', async () => {
    const { id } = await crm.register()
    const manager = await hire(crm, 'manager')
    await crm.call('PATCH', `${api}/admin/customers/${id}/`, {
      token: manager.token,
      body: { is_verified: true, city: 'Ajax' },
    })
    const { status, json } = await ask('GET', id, 'events/')
    expect(status).toBe(200)
    expect(json.next_cursor).toBeNull()
    expect(json.results.map(({ name }: { name: string }) => name)).toEqual([
      'customer.profile_updated',
      'customer.registered',
    ])
    expect(json.results[0]).toMatchObject({
      actor: { id: manager.id, name: 'Ọlá Adébáyọ̀', role: 'manager' },
      detail: { fields: ['city', 'is_verified'], changes: { is_verified: { from: false, to: true } } },
    })
    expect(JSON.stringify(json)).not.toContain('Ajax')
  })

  test('a role says from what to what; a new address that it is no longer verified', async () => {
    const { id } = await hire(crm, 'cashier')
    await changeByStaff(crm, id, { is_verified: true })
    await changeByStaff(crm, id, { email: `${randomUUID()}@example.com` })
    const { results } = (await ask('GET', id, 'events/')).json
    const detailsOf = (name: string) =>
      results
        .filter((event: { name: string }) => event.name === name)
        .map(({ detail }: { detail: object }) => detail)
    expect(detailsOf('customer.profile_updated')).toContainEqual({
      fields: ['email'],
      changes: { is_verified: { from: true, to: false } },
    })
    expect(detailsOf('auth.role_granted')).toEqual([{ from: null, to: 'cashier' }])
  })

  test('who did it has no name once they are gone, and is nobody where nobody was signed in', async () => {
    const { id, email } = await crm.register()
    const gone = await hire(crm, 'manager')
    await ask('DELETE', id, 'sessions/', gone.token)
    await logIn(crm, email, 'Wrong-Pass-1!')
    await crm.database.pool.query('delete from customers where id = $1', [gone.id])
    const [tried, ended] = (await ask('GET', id, 'events/')).json.results
    expect(tried).toMatchObject({ name: 'auth.login_failed', actor: null })
    expect(ended.actor).toEqual({ id: gone.id, name: null, role: 'manager' })
  })

  test('are paged by fifty, each once, also where many happened at one moment', async () => {
    const { id } = await crm.register()
    await crm.database.pool.query(
      `insert into audit_events (id, name, actor_role, customer_id, occurred_at)
       select gen_random_uuid(), 'note.added', 'system', $1, '2026-01-01T00:00:00Z'::timestamptz + (n / 30) * interval '1 second'
       from generate_series(1, 119) as n`,
      [id],
    )
    const seen: { id: string; occurred_at: string }[] = []
    const sizes: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { json } = await ask('GET', id, `events/?cursor=${cursor}`)
      seen.push(...json.results)
      sizes.push(json.results.length)
      cursor = json.next_cursor
    }
    expect(sizes).toEqual([50, 50, 20])
    expect(new Set(seen.map((one) => one.id)).size).toBe(120)
    const moments = seen.map(({ occurred_at }) => occurred_at)
    expect(moments).toEqual(moments.toSorted().reverse())
  })

  test('of somebody in the trash are told too; of nobody there are none', async () => {
    const { id } = await crm.register()
    await trashByStaff(crm, id)
    expect((await ask('GET', id, 'events/')).json.results[0].name).toBe('customer.trashed')
    expect((await ask('GET', randomUUID(), 'events/')).status).toBe(404)
  })

  test.each(['x', 'bnVsbA', Buffer.from(`now() ${randomUUID()}`).toString('base64url')])(
    'the cursor %j is refused by its name',
    async (cursor) => {
      const { id } = await crm.register()
      const { status, json } = await ask('GET', id, `events/?cursor=${cursor}`)
      expect([status, Object.keys(json)]).toEqual([400, ['cursor']])
    },
  )
})

describe('the sessions of a customer', () => {
  test('are those that are open, the one used last first', async () => {
    const { id, email } = await crm.register()
    await logIn(crm, email, undefined, '198.51.100.9')
    const { status, json } = await ask('GET', id, 'sessions/')
    expect(status).toBe(200)
    expect(json).toHaveLength(2)
    expect(json[0].address).toBe('198.51.100.9')
    expect(Object.keys(json[0])).not.toContain('is_current')
    await ask('DELETE', id, 'sessions/')
    expect((await ask('GET', id, 'sessions/')).json).toEqual([])
    expect((await ask('GET', randomUUID(), 'sessions/')).status).toBe(404)
  })
})

describe('mails that staff has sent', () => {
  test.each([
    ['verification-mail/', 'auth.verification_requested'],
    ['password-reset-mail/', 'auth.password_reset_requested'],
  ])('%s goes to the customer, and the trail says who asked', async (rest, event) => {
    const { id, email } = await crm.register()
    const before = await mailsTo(email)
    const manager = await hire(crm, 'manager')
    const { status, json } = await ask('POST', id, rest, manager.token)
    expect([status, typeof json.message]).toEqual([202, 'string'])
    expect(await mailsTo(email)).toBe(before + 1)
    expect((await trailOf(crm, id)).at(-1)).toMatchObject({ name: event, actor_id: manager.id })
  })

  test('somebody whom staff added gets them too', async () => {
    const { id, email } = await addByStaff(crm, `${randomUUID()}@example.com`)
    const before = await mailsTo(email)
    expect((await ask('POST', id, 'password-reset-mail/')).status).toBe(202)
    expect(await mailsTo(email)).toBe(before + 1)
  })

  test('are refused with the reason where they would be of no use', async () => {
    const { id, email } = await crm.register()
    await changeByStaff(crm, id, { is_verified: true })
    const before = await mailsTo(email)
    const verified = await ask('POST', id, 'verification-mail/')
    expect([verified.status, verified.json]).toEqual([
      409,
      { code: 'conflict', detail: 'This address is verified already.' },
    ])
    await changeByStaff(crm, id, { is_active: false })
    for (const rest of ['verification-mail/', 'password-reset-mail/']) {
      const { status, json } = await ask('POST', id, rest)
      expect([status, json.detail]).toEqual([409, 'This account is deactivated. Activate it first.'])
    }
    await trashByStaff(crm, id)
    expect((await ask('POST', id, 'password-reset-mail/')).status).toBe(404)
    expect(await mailsTo(email)).toBe(before)
  })

  test('twenty at once, and what the customer asks for beside them, come to no more than three in an hour', async () => {
    const { id, email } = await crm.register()
    const before = await mailsTo(email)
    await crm.call('POST', `${api}/password-reset/`, { body: { email } })
    const answers = await Promise.all(times(20, () => ask('POST', id, 'password-reset-mail/')))
    expect(tally(answers)).toEqual({ 202: 2, 429: 18 })
    const refused = answers.find(({ status }) => status === 429)
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(3_000)
    // A mail that waits is written once for each time it was asked for.
    expect(await mailsTo(email)).toBe(before + 3)
  })
})

describe('staff', () => {
  test('is listed by role, owners first, without customers and without the trash', async () => {
    for (const role of ['auditor', 'manager', 'owner']) await hire(crm, role)
    const trashed = await hire(crm, 'cashier')
    await trashByStaff(crm, trashed.id)
    const { status, json } = await crm.call('GET', `${api}/admin/staff/`, { token })
    expect(status).toBe(200)
    const found: string[] = json.results.map(({ role }: { role: string }) => role)
    const order = ['owner', 'manager', 'marketer', 'cashier', 'auditor']
    expect(found).toEqual(found.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(found[0]).toBe('owner')
    expect(JSON.stringify(json)).not.toContain(trashed.id)
    expect(Object.keys(json.results[0]).sort()).toEqual(
      ['email', 'full_name', 'id', 'is_active', 'last_login', 'profile_picture', 'role'].sort(),
    )
  })

  test('who gave no name stands where their address says, among those with one', async () => {
    const names = [
      ['Émilie Zongo', ''],
      ['', 'faith@example.org'],
      ['ada Zongo', ''],
      ['Gift Zongo', ''],
    ]
    for (const [name, email] of names) {
      const { id } = await hire(crm, 'marketer')
      await crm.database.pool.query(
        `update customers set first_name = $2, last_name = '', email = coalesce(nullif($3, ''), email) where id = $1`,
        [id, name, email],
      )
    }
    const { json } = await crm.call('GET', `${api}/admin/staff/`, { token })
    const marketers = json.results.filter(({ role }: { role: string }) => role === 'marketer')
    expect(marketers.map(({ full_name, email }: Record<string, string>) => full_name || email)).toEqual([
      'ada Zongo',
      'Émilie Zongo',
      'faith@example.org',
      'Gift Zongo',
    ])
  })
})
