import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type Cast, createCast } from '../../../test/cast.ts'
import { fillPath, isForOwnPages, isUnsafe, knownRoutes, ownPage } from '../../../test/routes.ts'
import { snapshot } from '../../../test/snapshot.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let cast: Cast
beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
})
afterAll(() => crm.close())

/** Those that take a body: what has a schema for it. */
const writes = () =>
  crm.app.knownPaths.routes
    .filter(({ schema }) => schema?.body)
    .map(({ method, url, schema }) => ({
      name: `${method} ${url}`,
      method: String(method),
      url,
      invalid: invalidFor(schema?.body),
    }))
const ids = () => ({ id: cast['customer B'].id, note_id: cast['customer B'].id })

/** Wrong for the route, whichever fields it takes: each of them is an object with a `toString` that is none. */
const invalidFor = (schema: unknown) => {
  const fields = Object.keys((schema as z.ZodObject).shape)
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field, { toString: 1, valueOf: null }])))
}

const malformed = [
  'application/json\t',
  'application/json ;charset=utf-8',
  'application/json;',
  'application/json; charset',
  'application/json;charset=latin1',
  'application/json; charset=utf-8; boundary=x',
  'APPLICATION/JSON',
  'Application/Json ; x=y',
  'application/json, text/plain',
  'application/json,application/json',
  'text/plain, application/json',
  'text/plain; application/json',
  'application/json\u00a0',
  'application/jsonx',
  'application/vnd.api+json',
  'application/merge-patch+json',
  'application / json',
  ' application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'json',
  '*/*',
  '',
]

describe('no body gets past its schema', () => {
  type Write = ReturnType<typeof writes>[number]
  const sendAs = (type: string, { method, url, invalid }: Write) =>
    crm.call(method, fillPath(url, ids()), {
      token: cast.owner.access,
      body: invalid,
      headers: { 'content-type': type, ...(isForOwnPages(url) ? ownPage : {}) },
    })

  test('which every route has one to refuse by', async () => {
    for (const write of writes()) {
      const { status, text } = await sendAs('application/json', write)
      expect(status, `${write.name}: ${text.slice(0, 200)}`).toBe(400)
    }
  })

  test.each(malformed)('by calling itself %j', async (type) => {
    const before = await snapshot(crm.database.pool)
    for (const write of writes()) {
      const { status, text } = await sendAs(type, write)
      expect([400, 415], `${write.name}: ${status} ${text.slice(0, 200)}`).toContain(status)
    }
    expect(await snapshot(crm.database.pool)).toEqual(before)
  })
})

describe('sizes and shapes', () => {
  const send = (body: string) =>
    crm.call('PATCH', '/api/customers/profile/', { token: cast['customer A'].access, body })
  const padded = (bytes: number) => `{"x":"${'a'.repeat(bytes - 8)}"}`

  test('a body of exactly the limit is read, one byte more is not', async () => {
    expect((await send(padded(1_048_576))).status).toBe(200)
    const { status, json } = await send(padded(1_048_577))
    expect({ status, json }).toEqual({
      status: 413,
      json: { detail: 'The body is larger than 1 MB.', code: 'payload_too_large' },
    })
  })

  test.each([100, 10_000, 500_000])(
    '%i levels deep is ignored where unknown, refused where known',
    async (depth) => {
      const deep = '['.repeat(depth) + ']'.repeat(depth)
      expect((await send(`{"x":${deep}}`)).status).toBe(200)
      for (const field of [
        'city',
        'preferred_language',
        'email',
        'date_of_birth',
        'email_notifications',
        'phone_number',
      ])
        expect((await send(`{"${field}":${deep}}`)).status, field).toBe(400)
      expect((await send(deep)).status).toBe(400)
      expect((await send(`${`{"a":`.repeat(depth / 5)}1${'}'.repeat(depth / 5)}`)).status).toBe(200)
    },
  )

  test('as deep with a suspicious key in it, which makes us look everywhere', async () => {
    const deep = '['.repeat(400_000) + ']'.repeat(400_000)
    expect((await send(`{"x":${deep},"__proto__":{"a":1}}`)).status).toBe(200)
  })

  test('a hundred thousand keys', async () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `"${index}":0`)
    expect((await send(`{${keys.join(',')}}`)).status).toBe(200)
  })

  test('a compressed body is not unpacked', async () => {
    for (const encoding of ['gzip', 'deflate', 'br', 'x-gzip, gzip']) {
      const answer = await crm.app.inject({
        method: 'PATCH',
        url: '/api/customers/profile/',
        headers: {
          host: 'localhost',
          authorization: `Bearer ${cast['customer A'].access}`,
          'content-type': 'application/json',
          'content-encoding': encoding,
        },
        payload: gzipSync('{"city":"Ajax"}'),
      })
      expect(answer.statusCode, encoding).toBe(415)
    }
  })

  test('a body that is not needed is still not taken in any form', async () => {
    const routes = knownRoutes(crm).filter(
      (route) => isUnsafe(route) && !writes().some(({ name }) => name === route.name),
    )
    for (const { name, method, url } of routes) {
      const { status } = await crm.call(method, fillPath(url, ids()), {
        token: cast.owner.access,
        body: '<xml/>',
        headers: { 'content-type': 'application/xml' },
      })
      expect(status, name).toBe(415)
    }
  })
})
