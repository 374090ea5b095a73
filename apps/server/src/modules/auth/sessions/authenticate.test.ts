import { setTimeout as wait } from 'node:timers/promises'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { password, type TestApp } from '../../../../test/test-app.ts'
import {
  api,
  changeByStaff,
  createTwoApps,
  hire,
  logIn,
  mailedToken,
  refresh,
  statusFor,
  type TwoApps,
  times,
  trashByStaff,
} from '../auth.fixture.ts'
import { createAuthenticator } from './authenticate.ts'

let apps: TwoApps
let crm: TestApp
beforeAll(async () => {
  apps = await createTwoApps()
  crm = apps.one
})
afterAll(() => apps.close())

type Person = Awaited<ReturnType<TestApp['register']>>

const newPassword = { new_password: 'New-Secure-456!', new_password_confirm: 'New-Secure-456!' }

/** What must end a session, done on the first node. */
const endings: Record<string, (person: Person) => Promise<unknown>> = {
  'signing out': ({ tokens }) =>
    crm.call('POST', `${api}/logout/`, { token: tokens.access, body: { refresh: tokens.refresh } }),
  'ending it in the list of sessions': async ({ tokens }) => {
    const { json } = await crm.call('GET', `${api}/sessions/`, { token: tokens.access })
    await crm.call('DELETE', `${api}/sessions/${json[0].id}/`, { token: tokens.access })
  },
  'being switched off': ({ id }) => changeByStaff(crm, id, { is_active: false }),
  'being put in the trash': ({ id }) => trashByStaff(crm, id),
  'being signed out everywhere by staff': async ({ id }) =>
    crm.call('DELETE', `${api}/admin/customers/${id}/sessions/`, { token: await crm.ownerToken() }),
  'a password change on another device': async ({ email }) => {
    const { json } = await logIn(crm, email)
    const body = { old_password: password, ...newPassword }
    await crm.call('POST', `${api}/change-password/`, { token: json.tokens.access, body })
  },
  'a new password by mail': async ({ email }) => {
    await crm.call('POST', `${api}/password-reset/`, { body: { email } })
    const body = { token: await mailedToken(crm, email), ...newPassword }
    await crm.call('POST', `${api}/password-reset/confirm/`, { body })
  },
}
const each = Object.entries(endings)

describe('works', () => {
  test('while a session is good, the database is asked once, not by every request', async () => {
    const { tokens } = await crm.register()
    const { authenticate, asked } = await ownAuthenticator()
    await expectRemembering(authenticate, tokens.access, asked)
    const before = asked()
    for (const _ of times(50, Number)) await authenticate(tokens.access)
    expect(asked()).toBe(before)
  })

  test('who is switched on again signs in anew', async () => {
    const { id, email } = await crm.register()
    await changeByStaff(crm, id, { is_active: false })
    expect((await logIn(crm, email)).status).toBe(401)
    await changeByStaff(crm, id, { is_active: true })
    expect((await logIn(crm, email)).status).toBe(200)
  })
})

describe('refuses', () => {
  test.each(each)('%s ends the session on both nodes within a second, however busy it is', async (_, end) => {
    const person = await crm.register()
    const { access } = person.tokens
    const watches = [apps.one, apps.two].map((node) => useUntilRefused(node, access))
    await wait(30)
    await end(person)
    const done = performance.now()
    for (const refusedAt of await Promise.all(watches)) expect(refusedAt - done).toBeLessThan(1_000)

    expect((await refresh(apps.two, person.tokens.refresh)).status).toBe(401)
    const later = await Promise.all(times(40, (turn) => statusFor(apps.either(turn), access)))
    expect(new Set(later)).toEqual(new Set([401]))
  })

  test('a role that was taken away, on both nodes within a second', async () => {
    const { id, token } = await hire(crm, 'manager')
    const look = (node: TestApp) => node.call('GET', `${api}/admin/customers/`, { token })
    await expect.poll(async () => (await look(apps.two)).status, patience).toBe(200)
    await crm.call('DELETE', `${api}/admin/customers/${id}/role/`, { token: await crm.ownerToken() })
    await expect
      .poll(async () => [(await look(apps.one)).status, (await look(apps.two)).status], { timeout: 1_000 })
      .toEqual([403, 403])
  })

  test.each(each)('%s also ends it while the database can not be heard', async (_, end) => {
    const person = await crm.register()
    const { access } = person.tokens
    await untilHeard()
    for (const turn of times(6, Number)) expect(await statusFor(apps.either(turn), access)).toBe(200)
    await deafen()
    await end(person)
    await expect
      .poll(async () => [await statusFor(apps.one, access), await statusFor(apps.two, access)], {
        timeout: 1_000,
      })
      .toEqual([401, 401])
  })

  test('the old sessions of who is switched on again', async () => {
    const { id, email, tokens } = await crm.register()
    await changeByStaff(crm, id, { is_active: false })
    await crm.runJobs()
    await changeByStaff(crm, id, { is_active: true })
    expect((await logIn(crm, email)).status).toBe(200)
    for (const turn of times(4, Number)) expect(await statusFor(apps.either(turn), tokens.access)).toBe(401)
    expect((await refresh(crm, tokens.refresh)).status).toBe(401)
  })

  test('the old sessions of who was taken out of the trash', async () => {
    const { id, tokens } = await crm.register()
    await trashByStaff(crm, id)
    await crm.runJobs()
    const restored = await crm.call('POST', `${api}/admin/customers/${id}/restoration/`, {
      token: await crm.ownerToken(),
    })
    expect(restored.status).toBe(200)
    expect(await statusFor(crm, tokens.access)).toBe(401)
    expect((await refresh(crm, tokens.refresh)).status).toBe(401)
  })
})

describe('protects', () => {
  test('an answer that was asked for before a session ended is not remembered after', async () => {
    const [person, witness] = [await crm.register(), await crm.register()]
    const { authenticate, asked, hold } = await ownAuthenticator()
    await expectRemembering(authenticate, witness.tokens.access, asked)

    const release = hold()
    const early = authenticate(person.tokens.access)
    await expect.poll(() => release.isWaiting(), patience).toBe(true)
    await endSessionsOf(person.id, witness.id)
    await expect.poll(() => isRefused(authenticate, witness.tokens.access), patience).toBe(true)
    release.go()
    await early
    expect(await isRefused(authenticate, person.tokens.access)).toBe(true)
  })

  test('an answer that was asked for while nothing was heard is not remembered once something is', async () => {
    const [person, witness] = [await crm.register(), await crm.register()]
    const { authenticate, asked, hold } = await ownAuthenticator()
    await expectRemembering(authenticate, witness.tokens.access, asked)

    await deafen()
    const release = hold()
    const early = authenticate(person.tokens.access)
    await expect.poll(() => release.isWaiting(), patience).toBe(true)
    await endSessionsOf(person.id)
    await expectRemembering(authenticate, witness.tokens.access, asked)
    release.go()
    await early
    expect(await isRefused(authenticate, person.tokens.access)).toBe(true)
  })

  test('a process that never hears the database asks it every time', async () => {
    const { id, tokens } = await crm.register()
    const nowhere = 'postgres://nobody@127.0.0.1:1/nothing'
    const { authenticate, asked } = await ownAuthenticator(nowhere)
    for (const _ of times(5, Number)) await authenticate(tokens.access)
    expect(asked()).toBe(5)
    await endSessionsOf(id)
    expect(await isRefused(authenticate, tokens.access)).toBe(true)
  })
})

/** Uses a token again and again, as a busy app does; gives the moment of the first refusal. */
async function useUntilRefused(node: TestApp, access: string): Promise<number> {
  const giveUpAt = performance.now() + 10_000
  while (performance.now() < giveUpAt) {
    const status = await statusFor(node, access)
    if (status === 401) return performance.now()
    expect(status).toBe(200)
    await wait(1)
  }
  throw new Error('It was never refused.')
}

/** For what a test waits for before it begins, or is promised in no number of seconds. */
const patience = { timeout: 10_000 }

const listeners = "datname = current_database() and application_name = 'listens to access_changed'"

/** Waits until both nodes hear the database. */
const untilHeard = () =>
  expect
    .poll(async () => {
      const { rows } = await apps.database.pool.query(
        `select 1 from pg_stat_activity where ${listeners} and state = 'idle' and query <> ''`,
      )
      return rows.length
    }, patience)
    .toBeGreaterThanOrEqual(2)

/** Cuts all connections that hear the database; they are made again after half a second. */
async function deafen() {
  const { rows } = await apps.database.pool.query(
    `select pg_terminate_backend(pid, 2000) from pg_stat_activity where ${listeners}`,
  )
  expect(rows.length).toBeGreaterThan(0)
}

const endSessionsOf = (...ids: string[]) =>
  apps.database.pool.query(
    "update sessions set ended_at = now(), end_reason = 'ended' where customer_id = any($1)",
    [ids],
  )

type Authenticate = ReturnType<typeof createAuthenticator>['authenticate']

const isRefused = async (authenticate: Authenticate, token: string) => {
  try {
    await authenticate(token)
    return false
  } catch {
    return true
  }
}

/** Waits until it hears the database again, and so remembers what it is told. */
const expectRemembering = (authenticate: Authenticate, token: string, asked: () => number) =>
  expect
    .poll(async () => {
      await authenticate(token)
      const before = asked()
      await authenticate(token)
      return asked() - before
    }, patience)
    .toBe(0)

/** An authenticator of the test's own: it counts what the database was asked, and can hold an answer back. */
async function ownAuthenticator(databaseUrl = apps.database.url) {
  let answers = 0
  let gate: { opened: Promise<void>; isWaiting: boolean } | undefined
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      answers += 1
      const held = gate
      gate = undefined
      if (held) {
        held.isWaiting = true
        await held.opened
      }
      return result
    },
  }
  const authenticator = createAuthenticator({
    db: apps.database.db.withPlugin(plugin),
    tokens: crm.auth.tokens,
    databaseUrl,
    onError: () => {},
  })
  onTestFinished(() => authenticator.close())
  return {
    authenticate: async (token: string) => authenticator.authenticate(token),
    asked: () => answers,
    /** Holds back the next answer, after the database gave it. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      const held = { opened: promise, isWaiting: false }
      gate = held
      return { go: resolve, isWaiting: () => held.isWaiting }
    },
  }
}
