import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginFactor, turnOnFactor } from '../../../../test/authenticator.ts'
import { type Cast, createCast, type Person, signUp } from '../../../../test/cast.ts'
import { asIfNew } from '../../../../test/first-run.ts'
import { somePicture } from '../../../../test/pictures.ts'
import { type Operation, type PublishedApi, readPublishedApi } from '../../../../test/published-api.ts'
import { isForOwnPages, ownPage, permissionsByName, sessionCookie } from '../../../../test/routes.ts'
import { createTestApp, newEmail, type TestApp } from '../../../../test/test-app.ts'

let crm: TestApp
let cast: Cast
let api: PublishedApi
beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
  api = await readPublishedApi(crm)
})
afterAll(() => crm.close())

const admin = (id: string, rest = '') => `/api/customers/admin/customers/${id}/${rest}`
const asOwner = (method: string, path: string, body?: unknown) =>
  crm.call(method, path, { token: cast.owner.access, body })

/** Does what must have happened before, and tells the ids of the path and what stands for the tokens of the example. */
type Prepared = {
  id?: string
  note_id?: string
  query?: string
  body?: Record<string, unknown>
  file?: Buffer
  restore?: () => Promise<unknown>
}
const preparations: Record<string, (person: Person) => Promise<Prepared>> = {
  'GET /api/browser/setup/': async () => {
    const { token, restore } = await asIfNew(crm)
    return { query: `?token=${token}`, restore }
  },
  'POST /api/browser/setup/': async () => {
    const { token, restore } = await asIfNew(crm)
    return { body: { token }, restore }
  },
  'POST /api/browser/register/': async () => ({ body: { email: newEmail() } }),
  'POST /api/browser/login/': async ({ email }) => ({ body: { email } }),
  'POST /api/customers/register/': async () => ({ body: { email: newEmail() } }),
  'POST /api/customers/login/': async ({ email }) => ({ body: { email } }),
  'POST /api/customers/token/refresh/': async ({ refresh }) => ({ body: { refresh } }),
  'POST /api/customers/logout/': async ({ refresh }) => ({ body: { refresh } }),
  'POST /api/customers/verify-email/': async ({ email }) => ({ body: { token: await mailedToken(email) } }),
  'POST /api/customers/password-reset/confirm/': async ({ email }) => {
    await crm.call('POST', '/api/customers/password-reset/', { body: { email } })
    return { body: { token: await mailedToken(email) } }
  },
  'PUT /api/customers/profile/': async ({ email }) => ({ body: { email } }),
  'PUT /api/customers/profile/picture/': async () => ({ file: await somePicture() }),
  'DELETE /api/customers/sessions/{id}/': async ({ session_id }) => ({ id: session_id }),
  'POST /api/customers/second-factor/confirmation/': async ({ access }) => ({
    body: { code: (await beginFactor(crm, access)).code() },
  }),
  'POST /api/customers/second-factor/recovery-codes/': async ({ access }) => ({
    body: { code: (await turnOnFactor(crm, access)).code() },
  }),
  'DELETE /api/customers/second-factor/': async ({ access }) => ({
    body: { code: (await turnOnFactor(crm, access)).code() },
  }),
  'DELETE /api/customers/admin/customers/{id}/second-factor/': async ({ id, access }) => {
    await turnOnFactor(crm, access)
    return { id }
  },
  'POST /api/customers/admin/customers/': async () => ({ body: { email: newEmail() } }),
  'POST /api/customers/admin/customers/batches/{id}/undo/': async ({ id }) => {
    const { json } = await asOwner('POST', admin('batches'), { action: 'verify', ids: [id] })
    return { id: json.id }
  },
  'POST /api/customers/admin/customers/{id}/restoration/': async ({ id }) => {
    await asOwner('DELETE', admin(id))
    return { id }
  },
}

async function mailedToken(email: string): Promise<string> {
  await crm.runJobs()
  const mail = crm.outbox.findLast(({ to, text }) => to === email && text.includes('token='))
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

async function prepare({ name, path }: Operation, person: Person): Promise<Prepared> {
  const prepared = await preparations[name]?.(person)
  if (prepared) return prepared
  if (!path.includes('{note_id}')) return { id: person.id }
  const { json } = await asOwner('POST', admin(person.id, 'notes/'), { note: 'Likes rice' })
  return { id: person.id, note_id: json.id }
}

test('every operation does with its own example what it says, for who may use it', async () => {
  const permissions = permissionsByName(crm)
  for (const operation of api.operations) {
    const { name, method, path, declared } = operation
    const person = await signUp(crm)
    const { id = '', note_id = '', query = '', body, file, restore } = await prepare(operation, person)
    const [example] = declared.requestBody?.content['application/json']?.schema.examples ?? []
    const token = { public: undefined, 'account:own': person.access }[permissions[name] ?? '']
    const url = path.replace('{id}', id).replace('{note_id}', note_id) + query
    const answer = await crm.call(method, url, {
      token: permissions[name] === 'public' ? undefined : (token ?? cast.owner.access),
      ...(isForOwnPages(path) ? { headers: { ...ownPage, cookie: sessionCookie(person.refresh) } } : {}),
      ...(file ? { body: file, headers: { 'content-type': 'image/png' } } : {}),
      ...(example ? { body: { ...example, ...body } } : {}),
    })
    await restore?.()
    expect(answer.status, `${name}: ${answer.text}`).toBe(Number(Object.keys(declared.responses)[0]))
    expect(api.faults(operation, answer), name).toEqual([])
  }
})
