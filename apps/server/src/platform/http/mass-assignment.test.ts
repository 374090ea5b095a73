import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { beginFactor, turnOnFactor } from '../../../test/authenticator.ts'
import { type Cast, createCast, type Person, signUp } from '../../../test/cast.ts'
import { asIfNew } from '../../../test/first-run.ts'
import { putPicture, somePicture } from '../../../test/pictures.ts'
import { isForOwnPages, isUnsafe, knownRoutes, ownPage, sessionCookie } from '../../../test/routes.ts'
import { type Changes, changesBetween, snapshot } from '../../../test/snapshot.ts'
import { createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'

const forgedId = '0197ffff-ffff-7fff-8fff-ffffffffffff'
const long = '2001-01-01T00:00:00Z'

/** What nobody may set by sending it; where a route does take one of these, its own value is sent instead. */
const forbidden = {
  id: forgedId,
  pk: forgedId,
  customer: forgedId,
  customer_id: forgedId,
  owner: forgedId,
  created_by: forgedId,
  is_staff: true,
  is_superuser: true,
  is_admin: true,
  role: 'owner',
  permissions: ['staff:manage'],
  points: 9_999,
  loyalty_points: 9_999,
  total_purchases: 9_999,
  total_spent: '98765432.00',
  total_spent_cents: 999_900,
  balance: 9_999,
  tier: 'gold',
  email_verified: true,
  is_verified: true,
  is_active: false,
  created_at: long,
  updated_at: long,
  date_joined: long,
  last_login: long,
  trashed_at: long,
  full_name: 'Forged',
  search_text: 'forged',
  email_key: 'forged',
  profile_picture: 'https://evil.example/x.png',
  password_hash: 'forged',
  expires_at: '2999-01-01T00:00:00Z',
  generation: 9_999,
} as const
/** Written by hand: an object literal would set its own prototype. */
const pollution = '"__proto__": {"role": "owner"}, "constructor": {"prototype": {"role": "owner"}}'

let crm: TestApp
let cast: Cast
beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
})
afterAll(() => crm.close())

const c = (...columns: string[]) => columns.map((column) => `public.customers.${column}`)
const derived = c('search_text', 'updated_at')
const staffPath = '/api/customers/admin/customers/:id/'
const batchesPath = '/api/customers/admin/customers/batches/'

const ofStore = (column: string) => `public.store_settings.${column}`

type Write = {
  send: Record<string, unknown>
  /** Sent in place of the fields, which then come along in the address alone. */
  file?: Buffer
  /** Where the path names something else than the person. */
  id?: string
  as?: 'customer' | 'owner'
  /** The columns that may change in rows that are there; added rows are looked at one by one. */
  columns?: string[]
  /** What a new customer holds that no other may. */
  made?: Record<string, unknown>
}

/** Every route that writes, with a body that it takes and everything that this may change. */
const writes: Record<string, () => Write | Promise<Write>> = {
  'POST /api/browser/setup/': async () => {
    const { token, restore } = await asIfNew(crm)
    onTestFinished(async () => void (await restore()))
    return {
      send: {
        token,
        email: newEmail(),
        password,
        password_confirm: password,
        first_name: 'Ada',
        last_name: '',
        store_name: `Store ${token}`,
        language: 'en',
        time_zone: 'Africa/Accra',
        currency: 'GHS',
      },
      columns: ['name', 'time_zone', 'currency', 'set_up_at', 'updated_at'].map(ofStore),
      made: { role: 'owner', is_staff: true, is_verified: true, last_login: expect.any(String) },
    }
  },
  'PATCH /api/store/': () => ({
    as: 'owner',
    send: { name: `Store of ${person.id}` },
    columns: ['name', 'updated_at'].map(ofStore),
  }),
  'POST /api/browser/register/': () => ({
    send: { email: newEmail(), password, password_confirm: password, first_name: 'Ada', last_name: '' },
    made: { last_login: expect.any(String) },
  }),
  'POST /api/browser/login/': () => ({
    send: { email: person.email, password },
    columns: c('last_login'),
  }),
  'POST /api/browser/refresh/': () => ({ send: {}, columns: rotation }),
  'POST /api/browser/logout/': () => ({ send: {}, columns: sessionEnd }),
  'POST /api/browser/change-password/': () => ({
    as: 'customer',
    send: {
      old_password: password,
      new_password: 'Other-Pass-77!',
      new_password_confirm: 'Other-Pass-77!',
    },
    columns: passwordColumns,
  }),
  'POST /api/customers/register/': () => ({
    send: {
      email: newEmail(),
      password,
      password_confirm: password,
      first_name: 'Ada',
      last_name: '',
    },
    made: { last_login: expect.any(String) },
  }),
  'POST /api/customers/login/': () => ({
    send: { email: person.email, password },
    columns: c('last_login'),
  }),
  'POST /api/customers/token/refresh/': () => ({
    send: { refresh: person.refresh },
    columns: rotation,
  }),
  'POST /api/customers/verify-email/': async () => ({
    send: { token: await mailedToken() },
    columns: c('is_verified', 'updated_at'),
  }),
  'POST /api/customers/verify-email/resend/': () => ({
    send: { email: person.email },
    columns: ['created_at', 'expires_at', 'id', 'token_hash'].map((name) => `public.one_time_tokens.${name}`),
  }),
  'POST /api/customers/password-reset/': () => ({ send: { email: person.email } }),
  'POST /api/customers/password-reset/confirm/': async () => {
    await crm.call('POST', '/api/customers/password-reset/', { body: { email: person.email } })
    const token = await mailedToken()
    return {
      send: { token, new_password: 'Other-Pass-77!', new_password_confirm: 'Other-Pass-77!' },
      columns: [...passwordColumns, ...c('is_verified', 'updated_at')],
    }
  },
  'PATCH /api/customers/profile/': () => ({
    as: 'customer',
    send: { first_name: 'Ngozi', city: 'Ajax' },
    columns: [...derived, ...c('first_name', 'full_name', 'city', 'city_key')],
  }),
  'PUT /api/customers/profile/': () => ({
    as: 'customer',
    send: { email: person.email, city: 'Pickering' },
    columns: [...derived, ...c('city', 'city_key')],
  }),
  'PUT /api/customers/profile/picture/': async () => ({
    as: 'customer',
    send: {},
    file: await somePicture(),
    columns: c('profile_picture', 'updated_at'),
  }),
  'DELETE /api/customers/profile/picture/': async () => {
    await putPicture(crm, person.access)
    await crm.runJobs()
    return {
      as: 'customer',
      send: {},
      columns: [
        ...c('profile_picture', 'updated_at'),
        'public.customer_pictures.customer_id',
        'public.customer_pictures.kept_until',
      ],
    }
  },
  'POST /api/customers/export/': () => ({ as: 'customer', send: {} }),
  'POST /api/customers/deletion/': () => ({
    as: 'customer',
    send: { password },
    columns: [...c('trashed_at', 'updated_at'), ...sessionEnd],
  }),
  'POST /api/customers/logout/': () => ({
    as: 'customer',
    send: { refresh: person.refresh },
    columns: sessionEnd,
  }),
  'POST /api/customers/change-password/': () => ({
    as: 'customer',
    send: {
      old_password: password,
      new_password: 'Other-Pass-77!',
      new_password_confirm: 'Other-Pass-77!',
    },
    columns: passwordColumns,
  }),
  'DELETE /api/customers/sessions/:id/': () => ({ as: 'customer', send: {}, columns: sessionEnd }),
  'POST /api/customers/second-factor/': () => ({ as: 'customer', send: { password } }),
  'POST /api/customers/second-factor/confirmation/': async () => ({
    as: 'customer',
    send: { code: (await beginFactor(crm, person.access)).code() },
    columns: ['confirmed_at', 'last_used_step'].map((column) => `public.second_factors.${column}`),
  }),
  'POST /api/customers/second-factor/recovery-codes/': async () => ({
    as: 'customer',
    send: { password, code: (await turnOnFactor(crm, person.access)).code() },
    columns: ['public.second_factors.last_used_step'],
  }),
  'DELETE /api/customers/second-factor/': async () => ({
    as: 'customer',
    send: { password, code: (await turnOnFactor(crm, person.access)).code() },
  }),
  [`DELETE ${staffPath}second-factor/`]: async () => {
    await turnOnFactor(crm, person.access)
    return { as: 'owner', send: {} }
  },
  'POST /api/customers/admin/customers/': () => ({
    as: 'owner',
    send: { email: newEmail(), first_name: 'Ada' },
  }),
  [`PATCH ${staffPath}`]: () => ({
    as: 'owner',
    send: { city: 'Whitby', is_verified: false, is_active: true },
    columns: [...derived, ...c('city', 'city_key')],
  }),
  [`DELETE ${staffPath}`]: () => ({ as: 'owner', send: {}, columns: c('trashed_at', 'updated_at') }),
  [`POST ${staffPath}restoration/`]: async () => {
    await crm.call('DELETE', staffPath.replace(':id', person.id), { token: cast.owner.access })
    return { as: 'owner', send: {}, columns: c('trashed_at', 'updated_at') }
  },
  [`POST ${batchesPath}`]: () => ({
    as: 'owner',
    send: { action: 'verify', ids: [person.id] },
    columns: c('is_verified', 'updated_at'),
  }),
  [`POST ${batchesPath}:id/undo/`]: async () => {
    const { json } = await crm.call('POST', batchesPath, {
      token: cast.owner.access,
      body: { action: 'verify', ids: [person.id] },
    })
    return {
      as: 'owner',
      id: json.id,
      send: {},
      columns: [...c('is_verified', 'updated_at'), 'public.customer_batches.undone_at'],
    }
  },
  [`POST ${staffPath}verification-mail/`]: () => ({
    as: 'owner',
    send: {},
    columns: ['created_at', 'expires_at', 'id', 'token_hash'].map((name) => `public.one_time_tokens.${name}`),
  }),
  [`POST ${staffPath}password-reset-mail/`]: () => ({ as: 'owner', send: {} }),
  [`POST ${staffPath}notes/`]: () => ({ as: 'owner', send: { note: 'Likes plantain' } }),
  [`PATCH ${staffPath}notes/:note_id/`]: async () => {
    await addNote()
    return {
      as: 'owner',
      send: { note: 'Likes yam' },
      columns: ['public.customer_notes.note', 'public.customer_notes.updated_at'],
    }
  },
  [`DELETE ${staffPath}notes/:note_id/`]: async () => {
    await addNote()
    return { as: 'owner', send: {} }
  },
  [`PUT ${staffPath}role/`]: () => ({
    as: 'owner',
    send: { role: 'auditor' },
    columns: c('role', 'is_staff', 'updated_at'),
  }),
  [`DELETE ${staffPath}role/`]: () => ({
    as: 'owner',
    send: {},
    columns: c('role', 'is_staff', 'updated_at'),
  }),
  [`DELETE ${staffPath}sessions/`]: () => ({ as: 'owner', send: {}, columns: sessionEnd }),
}

const rotation = ['expires_at', 'generation', 'rotated_at'].map((column) => `public.sessions.${column}`)
const sessionEnd = ['public.sessions.end_reason', 'public.sessions.ended_at']
const passwordColumns = ['public.credentials.password_hash', 'public.credentials.changed_at', ...sessionEnd]

let person: Person
let noteId = randomUUID()

async function mailedToken(): Promise<string> {
  await crm.runJobs()
  const mail = crm.outbox.findLast(({ to, text }) => to === person.email && text.includes('token='))
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

async function addNote(): Promise<void> {
  const { json } = await crm.call('POST', `${staffPath.replace(':id', person.id)}notes/`, {
    token: cast.owner.access,
    body: { note: 'Likes rice' },
  })
  noteId = json.id
}

/** Sends the write with everything forbidden beside it, in the body or in the address, and tells what happened. */
async function attack(name: string, where: 'body' | 'query'): Promise<{ changes: Changes; write: Write }> {
  const [method = '', url = ''] = name.split(' ')
  person = await signUp(crm, { phone_number: '+14165550101' })
  if (name.startsWith('DELETE') && name.endsWith('role/'))
    await crm.database.pool.query("update customers set role = 'auditor' where id = $1", [person.id])
  const write = await (writes[name] as () => Write | Promise<Write>)()
  await crm.runJobs()

  const own = url.includes('/sessions/:id/') && write.as === 'customer' ? person.session_id : person.id
  const id = write.id ?? own
  const path = url.replace(':id', id).replace(':note_id', noteId)
  const sent = JSON.stringify({ ...forbidden, ...write.send })
  const query = new URLSearchParams([
    ...Object.entries(forbidden).map(([key, value]): [string, string] => [key, String(value)]),
    ['__proto__[role]', 'owner'],
    ['constructor[prototype][role]', 'owner'],
  ])
  const token = { customer: person.access, owner: cast.owner.access }[write.as ?? 'customer']
  const before = await snapshot(crm.database.pool)
  const { status, text } = await crm.call(method, where === 'query' ? `${path}?${query}` : path, {
    body: write.file ?? (where === 'body' ? `{${pollution}, ${sent.slice(1)}` : write.send),
    ...(write.as ? { token } : {}),
    headers: {
      ...(write.file ? { 'content-type': 'image/png' } : {}),
      ...(isForOwnPages(url) ? { ...ownPage, cookie: sessionCookie(person.refresh) } : {}),
    },
  })
  expect(status, text).toBeGreaterThanOrEqual(200)
  expect(status, text).toBeLessThan(300)
  return { changes: changesBetween(before, await snapshot(crm.database.pool)), write }
}

/** What a new row holds where the request says nothing. */
const untouched: Record<string, Record<string, unknown>> = {
  'public.customers': {
    role: null,
    is_staff: false,
    is_active: true,
    is_verified: false,
    loyalty_points: 0,
    total_purchases: 0,
    total_spent_cents: 0,
    profile_picture: '',
    trashed_at: null,
    last_login: null,
    full_name: 'Ada',
  },
  'public.second_factors': { confirmed_at: null, last_used_step: 0 },
  'public.sessions': { generation: 0, ended_at: null },
}

test('every route that writes is attacked here', () => {
  const unsafe = knownRoutes(crm).filter((route) => isUnsafe(route) && !route.isPage)
  expect(Object.keys(writes).sort()).toEqual(unsafe.map(({ name }) => name).sort())
})

describe.each(['body', 'query'] as const)('fields that are not for the client to set, in the %s', (where) => {
  test.each(Object.keys(writes))('change nothing: %s', async (name) => {
    const { changes, write } = await attack(name, where)
    const allowed = new Set(write.columns ?? [])
    expect(changes.columns.filter((column) => !allowed.has(column))).toEqual([])

    for (const [table, rows] of Object.entries(changes.added))
      for (const row of rows) {
        expect(row).toMatchObject({
          ...untouched[table],
          ...(table === 'public.customers' ? write.made : {}),
        })
        // The request id and the payload of a job hold ids of ours: a forged one must be nowhere.
        expect(JSON.stringify(row)).not.toMatch(/forged|2001-01-01|evil\.example|98765432|ffff-7fff-8fff/i)
      }
  })
})

test('a note is signed by who wrote it and belongs to whom its path names', async () => {
  const { changes } = await attack(`POST ${staffPath}notes/`, 'body')
  expect(changes.added['public.customer_notes']).toMatchObject([
    { customer_id: person.id, created_by: cast.owner.id, note: 'Likes plantain' },
  ])
})

test('the prototype of all objects is as it was', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>).role).toBeUndefined()
})
