import type { Store } from '@crm/contract'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ hasPages: true })
})
afterAll(() => crm.close())

const block = /<script nonce="[\w-]+" type="application\/json" id="store">(.*?)<\/script>/gs
const storeIn = (text: string): Store[] => [...text.matchAll(block)].map(([, data = '']) => JSON.parse(data))
const change = async (body: object) =>
  crm.call('PATCH', '/api/store/', { token: await crm.ownerToken(), body })
const said = async (address = '/') => storeIn((await crm.call('GET', address)).text)

describe('works', () => {
  test.each(['/', '/setup/', '/sign-in/', '/admin/', '/admin/customers/?page=2'])(
    'the page at %s brings what the store says of itself, before its end of head',
    async (address) => {
      const { status, text } = await crm.call('GET', address)
      expect([status, storeIn(text)]).toEqual([200, [(await crm.call('GET', '/api/store/')).json]])
      expect(text.indexOf('id="store"')).toBeLessThan(text.indexOf('</head>'))
    },
  )

  test('so does the page for a broken link', async () => {
    const { status, text } = await crm.call('GET', '/nowhere/', { headers: { accept: 'text/html' } })
    expect([status, storeIn(text).length]).toEqual([404, 1])
  })

  test('a second after a change all pages say it', async () => {
    await said()
    await change({ name: 'Marché Adé' })
    await expect.poll(() => said(), { timeout: 2_000 }).toMatchObject([{ name: 'Marché Adé' }])
    expect(await said('/admin/')).toMatchObject([{ name: 'Marché Adé' }])
  })

  test('pages come from memory: a hundred at once ask the database once', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const asked = vi.spyOn(crm.database.pool, 'connect')
    await Promise.all(Array.from({ length: 100 }, () => said()))
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2)
    asked.mockRestore()
  })
})

describe('protects', () => {
  test.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    "$& $' $` </head>",
    '__NONCE__ "quoted" \\u003c',
  ])('a store called %j is only called so', async (name) => {
    const marks = async (address: string) =>
      (await crm.call('GET', address)).text.match(/<script|<\/script|<\/head>|<!--/g)
    const before = [await marks('/'), await marks('/admin/')]
    await change({ name })
    await expect.poll(async () => (await said())[0]?.name, { timeout: 2_000 }).toBe(name)
    expect([await marks('/'), await marks('/admin/')]).toEqual(before)
    const { text, headers } = await crm.call('GET', '/admin/')
    const nonce = /'nonce-([\w-]+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'none'
    expect(JSON.stringify(storeIn(text))).not.toContain(nonce)
  })

  test('while the database is away pages come all the same, and say what they last knew', async () => {
    const alone = await createTestApp({ hasPages: true })
    const ask = async () => alone.call('GET', '/')
    const [before] = storeIn((await ask()).text)
    await alone.database.pool.query('alter table store_settings rename to away')
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const { status, text } = await ask()
    expect([status, storeIn(text)]).toEqual([200, [before]])
    await alone.close()

    const never = await createTestApp({ hasPages: true })
    await never.database.pool.query('alter table store_settings rename to away')
    const first = await never.call('GET', '/')
    expect([first.status, storeIn(first.text)]).toEqual([200, []])
    await never.close()
  })
})
