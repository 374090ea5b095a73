import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, type CastName, createCast } from '../../../test/cast.ts'
import { type PublishedApi, readPublishedApi } from '../../../test/published-api.ts'
import { isUnsafe } from '../../../test/routes.ts'
import { type Answer, createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let cast: Cast
let api: PublishedApi
const noteText = 'Owes us for the yams of Friday'
beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
  api = await readPublishedApi(crm)
  for (const name of ['customer A', 'customer B', 'deactivated'] as const)
    await crm.call('POST', `/api/customers/admin/customers/${cast[name].id}/notes/`, {
      token: cast.owner.access,
      body: { note: noteText },
    })
})
afterAll(() => crm.close())

const readers: (CastName | 'nobody')[] = ['nobody', 'customer A', 'auditor', 'cashier', 'manager', 'owner']

/** Every answer that this person gets from everything that can be read or tried, with the operation it came from. */
async function crawl(
  name: CastName | 'nobody',
): Promise<{ operation: string; answer: Answer; faults: string[] }[]> {
  const seen = []
  for (const operation of api.operations) {
    const path = operation.path
      .replace(
        '{id}',
        operation.path.includes('/admin/') ? cast['customer B'].id : cast['customer B'].session_id,
      )
      .replace('{note_id}', cast['customer B'].id)
    const answer = await crm.call(operation.method, path, {
      ...(name === 'nobody' ? {} : { token: cast[name].access }),
      ...(isUnsafe(operation) ? { body: { email: 'not an address', note: '' } } : {}),
    })
    // A write with nothing in it: what it takes away is not there to be looked at.
    if (operation.method === 'DELETE' && answer.status === 204) continue
    seen.push({ operation: operation.name, answer, faults: api.faults(operation, answer) })
  }
  return seen
}

describe('answers hold what is published and nothing else', () => {
  test.each(readers)('for %s', async (name) => {
    const seen = await crawl(name)
    expect(seen.flatMap(({ operation, faults }) => faults.map((fault) => `${operation}: ${fault}`))).toEqual(
      [],
    )
  })

  test('every answer is described as closed', () => {
    const open = Object.entries<{ type?: string; additionalProperties?: unknown }>(
      api.document.components.schemas,
    )
      .filter(([, { type }]) => type === 'object')
      .filter(([, { additionalProperties }]) => additionalProperties === undefined)
      .map(([name]) => name)
    const bodies = JSON.stringify(
      Object.values<object>(api.document.paths).flatMap((path) =>
        Object.values<{ requestBody?: object }>(path as never).map(({ requestBody }) => requestBody),
      ),
    )
    for (const name of open) expect(bodies, `${name} is open and not a request`).toContain(`/${name}"`)
  })
})

describe('protects', () => {
  test('no answer holds a hash, a secret of a session or what only the search reads', async () => {
    const { rows } = await crm.database.pool.query(
      'select password_hash, trim(search_text) as search_text from credentials join customers on id = customer_id',
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const name of readers)
      for (const { operation, answer } of await crawl(name)) {
        for (const { password_hash, search_text } of rows) {
          expect(answer.text, operation).not.toContain(password_hash)
          expect(answer.text, operation).not.toContain(search_text)
        }
        expect(answer.text, `${operation} for ${name}`).not.toMatch(
          /\$argon2|\$pbkdf2|password_hash|token_hash|search_text|email_key|city_key|total_spent_cents/,
        )
      }
  })

  test('tokens are in the answers that give them and in no other', async () => {
    for (const name of readers)
      for (const { operation, answer } of await crawl(name))
        expect(answer.text, `${operation} for ${name}`).not.toMatch(/ey[\w-]{10,}\.[\w-]+\.[\w-]+/)
  })

  test('a note is in no answer to a customer or a stranger, and staff reads it only where notes are', async () => {
    for (const name of ['nobody', 'customer A', 'customer B'] as const)
      for (const { operation, answer } of await crawl(name))
        expect(answer.text, `${operation} for ${name}`).not.toContain(noteText)
    const places = (await crawl('auditor'))
      .filter(({ answer }) => answer.text.includes(noteText))
      .map(({ operation }) => operation)
    expect(places).toEqual(['GET /api/customers/admin/customers/{id}/notes/'])
  })

  test('a customer learns nothing of another from any answer', async () => {
    for (const { operation, answer } of await crawl('customer A')) {
      expect(answer.text, operation).not.toContain(cast['customer B'].email)
      expect(answer.text, operation).not.toContain(cast['customer B'].id)
    }
  })

  test('registering and signing in tell what is published, and the password comes back nowhere', async () => {
    const email = newEmail()
    const fields = { email, password, password_confirm: password, first_name: 'Ada', last_name: '' }
    for (const [name, body] of [
      ['POST /api/customers/register/', fields],
      ['POST /api/customers/register/', fields],
      ['POST /api/customers/login/', { email, password }],
      ['POST /api/customers/login/', { email, password: `${password}x` }],
    ] as const) {
      const operation = api.operations.find((one) => one.name === name)
      const answer = await crm.call('POST', name.split(' ')[1] ?? '', { body })
      expect(operation && api.faults(operation, answer)).toEqual([])
      expect(answer.text).not.toContain(password)
    }
  })
})
