import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { turnOnFactor } from '../../test/authenticator.ts'
import { createTestApp, password, type TestApp } from '../../test/test-app.ts'
import { demoCast, demoPassword } from '../seed/demo-cast.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp()
})
afterAll(() => crm.close())

const cli = path.resolve(import.meta.dirname, '../cli.ts')

/** Runs a command as a person would, on the database of this test. */
async function command(
  args: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const running = promisify(execFile)(process.execPath, [cli, ...args], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: crm.database.url,
      SECRET_KEY: 'a secret of these tests',
      ...env,
    },
  })
  running.child.stdin?.end(input)
  return running.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }) => ({ code: code as number, said: `${stdout}${stderr}` }),
  )
}

const logIn = (email: string, typed: string) =>
  crm.call('POST', '/api/customers/login/', { body: { email, password: typed } })

describe('create-owner', () => {
  test('makes an account that may do everything', async () => {
    const { code } = await command(['create-owner', '--email', 'boss@example.com'], {
      input: 'Plantain-2026!\n',
    })
    expect(code).toBe(0)
    const { json } = await logIn('boss@example.com', 'Plantain-2026!')
    const list = await crm.call('GET', '/api/customers/admin/customers/', { token: json.tokens.access })
    expect(list.status).toBe(200)
  })

  test('refuses a weak password in words, and makes nobody', async () => {
    const { code, said } = await command(['create-owner', '--email', 'weak@example.com'], { input: 'weak\n' })
    expect(code).toBe(1)
    expect(said).toContain('password: This password is too short.')
    expect(said).not.toContain('    at ')
    expect((await logIn('weak@example.com', 'weak')).status).toBe(401)
  })
})

describe('remove-second-factor', () => {
  test('lets somebody who lost it in by the password alone, and says so where there is none', async () => {
    const { email, tokens } = await crm.register()
    await turnOnFactor(crm, tokens.access)
    expect((await logIn(email, password)).json.code).toBe('otp_required')
    const removed = await command(['remove-second-factor', '--email', email.toUpperCase()])
    expect([removed.code, removed.said]).toEqual([0, expect.stringContaining('without a second step')])
    expect((await logIn(email, password)).status).toBe(200)

    const again = await command(['remove-second-factor', '--email', email])
    expect([again.code, again.said]).toEqual([1, expect.stringMatching(/^No second step is on\.\n$/m)])
    const nobody = await command(['remove-second-factor', '--email', 'nobody@example.com'])
    expect([nobody.code, nobody.said]).toEqual([1, expect.stringContaining('no account with the address')])
  })
})

describe('seed', () => {
  test('brings in the cast, whole or not at all', async () => {
    expect((await command(['seed', '--demo'])).said).toContain(`Seeded ${demoCast.length} people`)
    expect((await logIn('folake.owner@example.com', demoPassword)).json.customer.is_staff).toBe(true)
    const again = await command(['seed', '--demo'])
    expect(again.code).toBe(1)
    expect(again.said).toContain('is a customer already: nothing was done')
  })

  test('fills the store with a crowd, which the list counts', async () => {
    const before = (await crm.database.pool.query('select count(*) from customers where trashed_at is null'))
      .rows[0].count
    expect((await command(['seed', '--customers', '300'])).said).toContain('Seeded 300 customers')
    const token = await crm.ownerToken()
    const { json } = await crm.call('GET', '/api/customers/admin/customers/', { token })
    expect(json.count).toBe(before + 300 + 1)
  })

  test('the same crowd again is refused in words that say what is there and what to do, and nobody is added', async () => {
    const { pool } = crm.database
    const count = async () => (await pool.query('select count(*)::int as n from customers')).rows[0].n
    await command(['seed', '--customers', '300'])
    const before = await count()
    const again = await command(['seed', '--customers', '400'])
    expect(again.code).toBe(1)
    expect(again.said).toMatch(/^The made-up customers of --seed 1 are in this store already, .*@\S+ is a/m)
    expect(again.said).toContain('npm run crm -- seed --customers 400 --seed 2')
    expect(again.said).not.toContain('    at ')
    expect(await count()).toBe(before)

    expect((await command(['seed', '--customers', '400', '--seed', '2'])).code).toBe(0)
    expect(await count()).toBe(before + 400)
  })

  test('of a cast and a crowd, both are done or neither', async () => {
    await crm.database.pool.query('truncate customers cascade')
    await command(['seed', '--customers', '10'])
    for (const crowd of ['10', '0', 'many']) {
      expect((await command(['seed', '--demo', '--customers', crowd])).code).toBe(1)
      expect((await crm.database.pool.query('select from customers')).rowCount).toBe(10)
    }
  })

  test('refuses in production, and names what is wrong with a number', async () => {
    const production = {
      NODE_ENV: 'production',
      SECRET_KEY: 'q8ZpW3vN6xT1rY5uK9sD2fG7hJ4lM0bC',
      PUBLIC_URL: 'https://crm.example.com',
      ALLOWED_HOSTS: 'crm.example.com',
      EMAIL_BACKEND: 'smtp',
      EMAIL_HOST: 'mail.example.com',
    }
    const url = new URL(crm.database.url)
    url.password = url.password || 'Xk29-not-a-sample'
    const refused = await command(['seed', '--demo'], { env: { ...production, DATABASE_URL: url.href } })
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('do not belong into production') })
    expect(await command(['seed', '--customers', 'many'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('--customers: say a whole number'),
    })
  })
})

test('an unknown command is named, with those that there are', async () => {
  const { code, said } = await command(['sead'])
  expect(code).toBe(1)
  expect(said).toContain('There is no command "sead"')
  expect(said).toContain('npm run crm -- create-owner')
})
