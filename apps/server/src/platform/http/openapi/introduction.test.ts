import { errorStatus, mayDo, roles, staffPermissions } from '@crm/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PublishedApi, readPublishedApi } from '../../../../test/published-api.ts'
import { createTestApp, type TestApp } from '../../../../test/test-app.ts'

let crm: TestApp
let api: PublishedApi
let introduction: string
beforeAll(async () => {
  crm = await createTestApp({
    settings: {
      PUBLIC_URL: 'https://crm.store.example',
      THROTTLE_LOGIN: '7000/day',
      ALLOWED_HOSTS: 'localhost',
    },
  })
  api = await readPublishedApi(crm)
  introduction = api.document.info.description
})
afterAll(() => crm.close())

const operation = (name: string) => api.operations.find((one) => one.name === name)?.declared

describe('the introduction says what is so', () => {
  test('where the service is, and where the document', () => {
    expect(api.document.servers).toEqual([{ url: 'https://crm.store.example' }])
    expect(introduction).toContain('(/api/schema/)')
    expect(introduction).toContain('(/api/schema/?format=yaml)')
  })

  test('how long tokens are good', async () => {
    const { tokens } = await crm.register()
    const hoursOf = (token: string) => {
      const { iat, exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
      return (exp - iat) / 3_600
    }
    expect(introduction).toMatch(new RegExp(`\`access\` .* good for ${hoursOf(tokens.access)} hour\\.`))
    expect(introduction).toMatch(new RegExp(`\`refresh\` .* good for ${hoursOf(tokens.refresh)} hours\\.`))
    const grace = /within \d+ seconds/.exec(operation('POST /api/customers/token/refresh/').description)?.[0]
    expect(introduction).toContain(grace)
  })

  test('what is limited, as it is set here', () => {
    expect(introduction).toContain('| tries to sign in | network address | 7,000 in any day |')
    expect(introduction).toContain('| registrations | network address | without limit |')
  })

  test('which codes go with which status', () => {
    for (const [code, status] of Object.entries(errorStatus)) {
      const isCode = !['invalid_credentials', 'internal_error'].includes(code)
      const row = introduction.split('\n').find((line) => line.startsWith(`| ${status} |`)) ?? ''
      expect(row.includes(`\`${code}\``), code).toBe(isCode)
    }
  })

  test('which role may do what', () => {
    for (const role of roles) {
      const may = staffPermissions.filter((permission) => mayDo(role, permission))
      const row = introduction.split('\n').find((line) => line.startsWith(`| ${role} |`)) ?? ''
      expect([...row.matchAll(/`([\w:]+)`/g)].map(([, permission]) => permission).sort()).toEqual(may.sort())
    }
  })
})

describe('what a parameter says of itself is so', () => {
  const path = '/api/customers/admin/customers/'
  const parameter = (name: string): string =>
    operation(`GET ${path}`).parameters.find((one: { name: string }) => one.name === name).description

  test('page_size', async () => {
    const token = await crm.ownerToken()
    await crm.database.pool.query(
      "insert into customers (id, email) select gen_random_uuid(), n || '@example.com' from generate_series(1, 300) as n",
    )
    const shown = async (size: string): Promise<number> =>
      (await crm.call('GET', `${path}?page_size=${size}`, { token })).json.results.length
    const [usual, most] = [await shown(''), await shown('1000')]
    expect(parameter('page_size')).toContain(
      `from 1 to ${most}, ${usual} unless given. A larger one counts as ${most};`,
    )
    for (const odd of ['0', '-1', 'abc']) {
      expect(parameter('page_size')).toContain(`\`${odd}\``)
      expect(await shown(odd)).toBe(usual)
    }
  })

  test('page', async () => {
    const token = await crm.ownerToken()
    for (const odd of ['0', '-1', 'abc']) expect(parameter('page')).toContain(`\`${odd}\``)
    for (const wrong of ['0', '-1', 'abc', '1000'])
      expect((await crm.call('GET', `${path}?page=${wrong}`, { token })).status).toBe(404)
    expect((await crm.call('GET', `${path}?page=last`, { token })).status).toBe(200)
    expect((await crm.call('GET', `${path}?page=abc&cursor=`, { token })).status).toBe(200)
  })
})

describe('what an operation says of itself is so', () => {
  test('a list of notes ends where it is said', async () => {
    const { id } = await crm.register()
    await crm.database.pool.query(
      "insert into customer_notes (id, customer_id, note) select gen_random_uuid(), $1, 'Rice' from generate_series(1, 1100)",
      [id],
    )
    const path = '/api/customers/admin/customers/{id}/notes/'
    const { json } = await crm.call('GET', path.replace('{id}', id), { token: await crm.ownerToken() })
    expect(operation(`GET ${path}`).responses[200].description).toContain(
      `ends after ${json.length.toLocaleString('en')}.`,
    )
  })

  test('a profile that is written whole keeps what is left out', async () => {
    const { email, tokens } = await crm.register({ city: 'Toronto', date_of_birth: '1990-04-12' })
    const write = async (fields: object) =>
      (
        await crm.call('PUT', '/api/customers/profile/', {
          token: tokens.access,
          body: { email, ...fields },
        })
      ).json
    expect(operation('PUT /api/customers/profile/').description).toContain('left out stays as it is')
    expect(await write({})).toMatchObject({ city: 'Toronto', date_of_birth: '1990-04-12', first_name: 'Ọlá' })
    expect(await write({ city: '', date_of_birth: null })).toMatchObject({ city: '', date_of_birth: null })
  })
})
