import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { beginFactor, turnOnFactor } from '../../../test/authenticator.ts'
import { type Cast, createCast, type Person, signUp } from '../../../test/cast.ts'
import { asIfNew } from '../../../test/first-run.ts'
import { somePicture } from '../../../test/pictures.ts'
import { isForOwnPages, isUnsafe, knownRoutes, ownPage, sessionCookie } from '../../../test/routes.ts'
import { changesBetween, snapshot } from '../../../test/snapshot.ts'
import { createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'

const remoteAddress = '203.0.113.7'
const staffPath = '/api/customers/admin/customers/:id/'

let crm: TestApp
let cast: Cast
let person: Person
beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
})
afterAll(() => crm.close())

const asOwner = (method: string, rest: string, body?: unknown) =>
  crm.call(method, staffPath.replace(':id', person.id) + rest, { token: cast.owner.access, body })

async function mailedToken(): Promise<string> {
  await crm.runJobs()
  const mail = crm.outbox.findLast(({ to, text }) => to === person.email && text.includes('token='))
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

const newPassword = { new_password: 'Other-Pass-77!', new_password_confirm: 'Other-Pass-77!' }
const note = async () => (await asOwner('POST', 'notes/', { note: 'Likes rice' })).json.id

type Act = {
  event: string
  body?: unknown
  id?: string
  note_id?: string
  as?: 'customer' | 'owner'
  type?: string
}
const putPicture = async (): Promise<Act> => ({
  as: 'customer',
  event: 'customer.picture_changed',
  body: await somePicture(),
  type: 'image/png',
})
async function trashAsBatch(): Promise<string> {
  const { json } = await crm.call('POST', '/api/customers/admin/customers/batches/', {
    token: cast.owner.access,
    body: { action: 'trash', ids: [person.id] },
  })
  return json.id
}

/** Every route that changes something, with what it leaves in the trail. */
const acts: Record<string, () => Act | Promise<Act>> = {
  'POST /api/browser/setup/': async () => {
    const { token, restore } = await asIfNew(crm)
    onTestFinished(async () => void (await restore()))
    const settings = { store_name: 'Ajax', language: 'en', time_zone: 'Africa/Accra', currency: 'GHS' }
    const who = { email: newEmail(), password, password_confirm: password, first_name: 'Ada', last_name: '' }
    return { event: 'auth.role_granted', body: { token, ...who, ...settings } }
  },
  'PATCH /api/store/': () => ({
    as: 'owner',
    event: 'store.changed',
    body: { name: `Store of ${person.id}` },
  }),
  'POST /api/browser/register/': () => ({
    event: 'customer.registered',
    body: { email: newEmail(), password, password_confirm: password, first_name: 'Ada', last_name: '' },
  }),
  'POST /api/browser/login/': () => ({ event: 'auth.logged_in', body: { email: person.email, password } }),
  'POST /api/browser/refresh/': () => ({ event: 'auth.session_refreshed' }),
  'POST /api/browser/logout/': () => ({ event: 'auth.logged_out' }),
  'POST /api/browser/change-password/': () => ({
    as: 'customer',
    event: 'auth.password_changed',
    body: { old_password: password, ...newPassword },
  }),
  'POST /api/customers/register/': () => ({
    event: 'customer.registered',
    body: { email: newEmail(), password, password_confirm: password, first_name: 'Ada', last_name: '' },
  }),
  'POST /api/customers/login/': () => ({ event: 'auth.logged_in', body: { email: person.email, password } }),
  'POST /api/customers/token/refresh/': () => ({
    event: 'auth.session_refreshed',
    body: { refresh: person.refresh },
  }),
  'POST /api/customers/verify-email/': async () => ({
    event: 'auth.email_verified',
    body: { token: await mailedToken() },
  }),
  'POST /api/customers/verify-email/resend/': () => ({
    event: 'auth.verification_requested',
    body: { email: person.email },
  }),
  'POST /api/customers/password-reset/': () => ({
    event: 'auth.password_reset_requested',
    body: { email: person.email },
  }),
  'POST /api/customers/password-reset/confirm/': async () => {
    await crm.call('POST', '/api/customers/password-reset/', { body: { email: person.email } })
    return { event: 'auth.password_reset', body: { token: await mailedToken(), ...newPassword } }
  },
  'PATCH /api/customers/profile/': () => ({
    as: 'customer',
    event: 'customer.profile_updated',
    body: { city: 'Ajax' },
  }),
  'PUT /api/customers/profile/': () => ({
    as: 'customer',
    event: 'customer.profile_updated',
    body: { email: person.email, city: 'Whitby' },
  }),
  'PUT /api/customers/profile/picture/': putPicture,
  'DELETE /api/customers/profile/picture/': async () => {
    const { body, type = '' } = await putPicture()
    const headers = { 'content-type': type }
    await crm.call('PUT', '/api/customers/profile/picture/', { token: person.access, body, headers })
    return { as: 'customer', event: 'customer.picture_removed' }
  },
  'POST /api/customers/export/': () => ({ as: 'customer', event: 'customer.data_exported' }),
  'POST /api/customers/deletion/': () => ({
    as: 'customer',
    event: 'customer.deletion_requested',
    body: { password },
  }),
  'POST /api/customers/logout/': () => ({
    as: 'customer',
    event: 'auth.logged_out',
    body: { refresh: person.refresh },
  }),
  'POST /api/customers/change-password/': () => ({
    as: 'customer',
    event: 'auth.password_changed',
    body: { old_password: password, ...newPassword },
  }),
  'DELETE /api/customers/sessions/:id/': () => ({ as: 'customer', event: 'auth.session_ended' }),
  'POST /api/customers/second-factor/': () => ({
    as: 'customer',
    event: 'auth.second_factor_begun',
    body: { password },
  }),
  'POST /api/customers/second-factor/confirmation/': async () => ({
    as: 'customer',
    event: 'auth.second_factor_enabled',
    body: { code: (await beginFactor(crm, person.access)).code() },
  }),
  'POST /api/customers/second-factor/recovery-codes/': async () => ({
    as: 'customer',
    event: 'auth.recovery_codes_renewed',
    body: { password, code: (await turnOnFactor(crm, person.access)).code() },
  }),
  'DELETE /api/customers/second-factor/': async () => ({
    as: 'customer',
    event: 'auth.second_factor_disabled',
    body: { password, code: (await turnOnFactor(crm, person.access)).code() },
  }),
  [`DELETE ${staffPath}second-factor/`]: async () => {
    await turnOnFactor(crm, person.access)
    return { as: 'owner', event: 'auth.second_factor_disabled' }
  },
  'POST /api/customers/admin/customers/': () => ({
    as: 'owner',
    event: 'customer.created_by_staff',
    body: { email: newEmail(), first_name: 'Ada' },
  }),
  [`PATCH ${staffPath}`]: () => ({
    as: 'owner',
    event: 'customer.deactivated',
    body: { is_active: false },
  }),
  [`DELETE ${staffPath}`]: () => ({ as: 'owner', event: 'customer.trashed' }),
  [`POST ${staffPath}restoration/`]: async () => {
    await asOwner('DELETE', '')
    return { as: 'owner', event: 'customer.restored' }
  },
  'POST /api/customers/admin/customers/batches/': () => ({
    as: 'owner',
    event: 'customer.deactivated',
    body: { action: 'deactivate', ids: [person.id] },
  }),
  'POST /api/customers/admin/customers/batches/:id/undo/': async () => ({
    as: 'owner',
    event: 'customer.restored',
    id: await trashAsBatch(),
  }),
  [`POST ${staffPath}verification-mail/`]: () => ({ as: 'owner', event: 'auth.verification_requested' }),
  [`POST ${staffPath}password-reset-mail/`]: () => ({ as: 'owner', event: 'auth.password_reset_requested' }),
  [`POST ${staffPath}notes/`]: () => ({ as: 'owner', event: 'note.added', body: { note: 'Likes yam' } }),
  [`PATCH ${staffPath}notes/:note_id/`]: async () => ({
    as: 'owner',
    event: 'note.changed',
    body: { note: 'Likes yam' },
    note_id: await note(),
  }),
  [`DELETE ${staffPath}notes/:note_id/`]: async () => ({
    as: 'owner',
    event: 'note.removed',
    note_id: await note(),
  }),
  [`PUT ${staffPath}role/`]: () => ({ as: 'owner', event: 'auth.role_granted', body: { role: 'auditor' } }),
  [`DELETE ${staffPath}role/`]: async () => {
    await asOwner('PUT', 'role/', { role: 'auditor' })
    return { as: 'owner', event: 'auth.role_removed' }
  },
  [`DELETE ${staffPath}sessions/`]: () => ({ as: 'owner', event: 'auth.session_ended' }),
}

async function prepare(name: string) {
  const [method = '', url = ''] = name.split(' ')
  person = await signUp(crm)
  const act = await (acts[name] as () => Act | Promise<Act>)()
  const id = act.id ?? (name === 'DELETE /api/customers/sessions/:id/' ? person.session_id : person.id)
  const path = url.replace(':id', id).replace(':note_id', act.note_id ?? '')
  const token = act.as && { customer: person.access, owner: cast.owner.access }[act.as]
  const headers: Record<string, string> = {
    ...(isForOwnPages(url) ? { ...ownPage, cookie: sessionCookie(person.refresh) } : {}),
    ...(act.type ? { 'content-type': act.type } : {}),
  }
  const send = () =>
    crm.call(method, path, { body: act.body, headers, remoteAddress, ...(token ? { token } : {}) })
  return { act, send }
}

test('every route that changes something is listed here', () => {
  const unsafe = knownRoutes(crm).filter((route) => isUnsafe(route) && !route.isPage)
  expect(Object.keys(acts).sort()).toEqual(unsafe.map(({ name }) => name).sort())
})

describe('what changes leaves a trace', () => {
  test.each(Object.keys(acts))('%s: of who, from where, about whom and in which request', async (name) => {
    const { act, send } = await prepare(name)
    const before = await snapshot(crm.database.pool)
    const { status, headers, text } = await send()
    expect(status, text).toBeLessThan(300)
    const { added } = changesBetween(before, await snapshot(crm.database.pool))
    const trace = (added['public.audit_events'] ?? []).find((row) => row.name === act.event)
    expect(trace).toMatchObject({
      actor_role: act.as ?? 'anonymous',
      actor_address: remoteAddress,
      request_id: headers['x-request-id'],
      customer_id: act.event === 'store.changed' ? null : expect.any(String),
      occurred_at: expect.stringMatching(/\+00:00$/),
    })
    if (act.as) expect(trace?.actor_id).toBe(act.as === 'owner' ? cast.owner.id : person.id)
    expect(JSON.stringify(added['public.audit_events'])).not.toMatch(/@|Likes|Ajax|Pass/)
  })
})

describe('no trace, no change', () => {
  test.each(Object.keys(acts))('%s: where the trace can not be written, nothing is', async (name) => {
    const { send } = await prepare(name)
    const { db, pool } = crm.database
    await sql`create trigger no_trace before insert on audit_events for each statement execute function refuse_change()`.execute(
      db,
    )
    const before = await snapshot(pool)
    const { status } = await send()
    await sql`drop trigger no_trace on audit_events`.execute(db)
    expect(status).toBe(500)
    expect(changesBetween(before, await snapshot(pool))).toEqual({ columns: [], added: {}, removed: {} })
  })
})
