import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, createCast } from '../../../test/cast.ts'
import { fillPath, knownRoutes } from '../../../test/routes.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let cast: Cast
beforeAll(async () => {
  crm = await createTestApp({
    settings: { PUBLIC_URL: 'https://crm.example.com', DEBUG: 'true' },
    hasPages: true,
  })
  cast = await createCast(crm)
})
afterAll(() => crm.close())

const required: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'strict-transport-security': /^max-age=63072000; includeSubDomains$/,
  'x-request-id': /^[0-9a-f-]{36}$/,
  'cache-control': /./,
}

function faultsIn(headers: Record<string, string | undefined>): string[] {
  const policy = Object.fromEntries(
    (headers['content-security-policy'] ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ')
      return [name, sources.join(' ')]
    }),
  )
  const scripts = policy['script-src'] ?? policy['default-src'] ?? '*'
  return [
    ...Object.entries(required).flatMap(([name, value]) =>
      value.test(headers[name] ?? '') ? [] : [`${name}: ${headers[name]}`],
    ),
    ...(/unsafe|\*|data:|https?:/.test(scripts) ? [`script-src ${scripts}`] : []),
    ...['object-src', 'base-uri', 'frame-ancestors']
      .filter((directive) => policy[directive] !== "'none'")
      .map((directive) => `${directive} ${policy[directive]}`),
    ...['x-powered-by', 'server', 'set-cookie'].filter((name) => name in headers),
  ]
}

describe('every answer carries the security headers', () => {
  const ids = { id: '0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f', note_id: '0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f' }

  test('of every route, to somebody who may and to nobody', async () => {
    for (const { name, method, url } of knownRoutes(crm)) {
      // A mail is shown inside a page of ours, without scripts: it has rules of its own.
      if (url === '/dev/mailbox/:id/html/') continue
      for (const token of [undefined, cast.auditor.access]) {
        const { headers } = await crm.call(method, fillPath(url, ids), { token })
        expect(faultsIn(headers), name).toEqual([])
      }
    }
  })

  test.each([
    ['an unknown path', 'GET', '/nothing/here', {}],
    ['a wrong method', 'PUT', '/api/customers/login/', {}],
    ['an introspection', 'OPTIONS', '/api/customers/profile/', {}],
    ['a broken escape', 'GET', '/api/customers/%E0%A4%A/', {}],
    ['a foreign host', 'GET', '/', { headers: { host: 'evil.example' } }],
    ['a foreign origin', 'POST', '/api/customers/login/', { headers: { origin: 'https://evil.example' } }],
    ['broken JSON', 'POST', '/api/customers/login/', { body: '{' }],
    [
      'another type',
      'POST',
      '/api/customers/login/',
      { body: 'x', headers: { 'content-type': 'text/plain' } },
    ],
    ['wrong credentials', 'POST', '/api/customers/login/', { body: { email: 'a@b.ca', password: 'x' } }],
    ['an unknown asset', 'GET', '/api/docs/static/nothing.js', {}],
  ] as const)('of %s', async (_, method, path, options) => {
    const { headers } = await crm.call(method, path, options)
    expect(faultsIn(headers)).toEqual([])
  })

  test('a mail in the development mailbox runs no scripts and is framed by us only', async () => {
    await crm.database.pool.query(
      "insert into development_mails (recipient, subject, text_body, html_body) values ('a@b.ca', 'Hi', 'Hi', '<p>Hi')",
    )
    const { status, headers } = await crm.call('GET', '/dev/mailbox/1/html/')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    )
  })
})

describe('protects what is personal', () => {
  test('no answer of the API may be kept by anybody', async () => {
    for (const { name, method, url, isPage } of knownRoutes(crm))
      if (!isPage) {
        const { headers } = await crm.call(method, fillPath(url, {}), { token: cast.owner.access })
        expect(headers['cache-control'], name).toBe('no-store')
      }
  })

  test('without https nothing is promised about it', async () => {
    const plain = await createTestApp()
    const { headers } = await plain.call('GET', '/')
    expect(headers).not.toHaveProperty('strict-transport-security')
    await plain.close()
  })
})
