import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestsFor } from '../../../test/arbitraries.ts'
import { type Cast, createCast } from '../../../test/cast.ts'
import { type Operation, type PublishedApi, readPublishedApi } from '../../../test/published-api.ts'
import { permissionsByName } from '../../../test/routes.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

/** Every run asks something else; a failure is asked again with `FUZZ_SEED` set to the number in its name. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const leastRequests = Number(process.env.FUZZ_RUNS ?? 200)

let crm: TestApp
let cast: Cast
let api: PublishedApi
let noteId: string
beforeAll(async () => {
  // Real hashing would make of every guess a twentieth of a second.
  const passwords = {
    hash: async (password: string) => `plain ${password.length}`,
    verify: async () => false,
    close: async () => {},
  }
  crm = await createTestApp({ passwords })
  cast = await createCast(crm)
  api = await readPublishedApi(crm)
  const { json } = await crm.call('POST', `/api/customers/admin/customers/${cast['customer B'].id}/notes/`, {
    token: cast.owner.access,
    body: { note: 'Likes plantain' },
  })
  noteId = json.id
})
afterAll(() => crm.close())

const tokenFor = ({ name }: Operation) => {
  const permission = permissionsByName(crm)[name]
  if (permission === 'public') return undefined
  return permission === 'account:own' ? cast['customer A'].access : cast.owner.access
}

/** The names are needed before the tests run: one test for each. */
const operations = await listOperations()
async function listOperations(): Promise<string[]> {
  const app = await createTestApp()
  const { operations } = await readPublishedApi(app)
  await app.close()
  return operations.map(({ name }) => name)
}

describe(`whatever is sent, the answer is one that is published (seed ${seed})`, () => {
  test.each(operations)('%s', { timeout: 120_000 }, async (name) => {
    const operation = api.operations.find((one) => one.name === name) as Operation
    const realIds = [cast['customer B'].id, noteId, cast['customer B'].session_id]
    const token = tokenFor(operation)
    // Many parameters have many ways to meet.
    const numRuns = leastRequests + 100 * (operation.declared.parameters ?? []).length
    let requests = 0
    await fc.assert(
      fc.asyncProperty(requestsFor(operation, realIds), async ({ path, query, headers, body }) => {
        requests += 1
        const answer = await crm.call(operation.method, `${path}?${query}`, {
          headers,
          body,
          ...(token ? { token } : {}),
        })
        expect(answer.status, answer.text).toBeLessThan(500)
        expect(api.faults(operation, answer)).toEqual([])
      }),
      { seed, numRuns },
    )
    expect(requests).toBeGreaterThanOrEqual(leastRequests)
  })
})
