import type { Tokens } from '@crm/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, TestApp } from '../../../../test/test-app.ts'
import {
  createTwoApps,
  logIn,
  refresh,
  statusFor,
  type TwoApps,
  tally,
  times,
  trailOf,
} from '../auth.fixture.ts'

let apps: TwoApps
let crm: TestApp
beforeAll(async () => {
  apps = await createTwoApps()
  crm = apps.one
})
afterAll(() => apps.close())

/** As if the session had been refreshed that long ago. */
const letPass = (customer_id: string, seconds: number) =>
  apps.database.pool.query(
    'update sessions set rotated_at = rotated_at - make_interval(secs => $2) where customer_id = $1',
    [customer_id, seconds],
  )

/** Swaps a token some times, with a minute between; gives all pairs, the first one first. */
async function rotate(customer_id: string, first: Tokens, depth: number): Promise<Tokens[]> {
  const pairs = [first]
  for (const turn of times(depth, Number)) {
    const { status, json } = await refresh(apps.either(turn), pairs.at(-1)?.refresh ?? '')
    expect(status).toBe(200)
    pairs.push(json)
    await letPass(customer_id, 60)
  }
  return pairs
}

describe('works', () => {
  test('a token is swapped for the next pair, and both are good on every node', async () => {
    const { tokens } = await crm.register()
    const { json } = await refresh(crm, tokens.refresh)
    expect(Object.keys(json).sort()).toEqual(['access', 'refresh'])
    expect(json.refresh).not.toBe(tokens.refresh)
    expect(await statusFor(apps.two, json.access)).toBe(200)
    expect((await refresh(apps.two, json.refresh)).status).toBe(200)
  })

  test('an access token that ran out is not in the way', async () => {
    const { tokens } = await crm.register()
    const answer = await crm.call('POST', '/api/customers/token/refresh/', {
      token: 'expired',
      body: { refresh: tokens.refresh },
    })
    expect(answer.status).toBe(200)
  })

  test('a lost answer can be asked for again: it brings the same token, and the session goes on', async () => {
    const { id, tokens } = await crm.register()
    const lost = await refresh(crm, tokens.refresh)
    await letPass(id, 25)
    const again = await refresh(apps.two, tokens.refresh)
    expect(again.status).toBe(200)
    const next = await refresh(crm, again.json.refresh)
    expect(next.status).toBe(200)
    expect(await statusFor(crm, lost.json.access)).toBe(200)
  })

  test('ten at once on two nodes make one line of tokens, and nobody is signed out', async () => {
    const { id, tokens } = await crm.register()
    const answers = await Promise.all(times(10, (turn) => refresh(apps.either(turn), tokens.refresh)))
    expect(tally(answers)).toEqual({ 200: 10 })
    expect(new Set(answers.map(({ json }) => json.refresh)).size).toBe(1)
    expect(await statuses(answers.map(({ json }) => json.access))).toEqual({ 200: 10 })

    const { rows } = await apps.database.pool.query(
      'select generation, ended_at from sessions where customer_id = $1',
      [id],
    )
    expect(rows).toEqual([{ generation: 1, ended_at: null }])
    expect((await refresh(crm, answers[0]?.json.refresh)).status).toBe(200)
  })
})

describe('refuses', () => {
  test.each([0, 1, 2, 3])(
    'the token of step %i once there were four, and ends all of the session',
    async (step) => {
      const { id, email, tokens } = await crm.register()
      const pairs = await rotate(id, tokens, 4)
      const newest = pairs[4] as Tokens
      expect(await statusFor(apps.two, newest.access)).toBe(200)

      const replayed = await refresh(apps.two, pairs[step]?.refresh ?? '')
      expect([replayed.status, replayed.json.code]).toEqual([401, 'token_not_valid'])
      expect((await refresh(crm, newest.refresh)).status).toBe(401)
      for (const { access } of pairs) await expectRefused(access)

      const trail = await trailOf(crm, id)
      expect(trail.filter(({ name }) => name === 'auth.refresh_replayed')).toHaveLength(1)
      await crm.runJobs()
      const mails = crm.outbox.filter(
        ({ to, subject }) => to === email && subject.startsWith('We signed one'),
      )
      expect(mails).toHaveLength(1)
    },
  )

  test('the token before the newest, when the newest was used already', async () => {
    const { tokens } = await crm.register()
    const second = await refresh(crm, tokens.refresh)
    const third = await refresh(crm, second.json.refresh)
    expect((await refresh(crm, tokens.refresh)).status).toBe(401)
    expect((await refresh(crm, third.json.refresh)).status).toBe(401)
  })

  test('a token that comes again after the half minute', async () => {
    const { id, tokens } = await crm.register()
    const { json } = await refresh(crm, tokens.refresh)
    await letPass(id, 31)
    expect((await refresh(apps.two, tokens.refresh)).status).toBe(401)
    await expectRefused(json.access)
  })

  test('every token of a session that is over, without calling it a theft', async () => {
    const { id, tokens } = await crm.register()
    const { json } = await refresh(crm, tokens.refresh)
    await crm.call('POST', '/api/customers/logout/', { token: json.access, body: { refresh: json.refresh } })
    expect((await refresh(crm, json.refresh)).status).toBe(401)
    expect((await refresh(crm, tokens.refresh)).status).toBe(401)
    const names = (await trailOf(crm, id)).map(({ name }) => name)
    expect(names).not.toContain('auth.refresh_replayed')
  })
})

describe('protects', () => {
  test('the other devices of somebody whose token was stolen stay signed in', async () => {
    const { id, email, tokens } = await crm.register()
    const phone = (await logIn(crm, email)).json.tokens as Tokens
    const pairs = await rotate(id, tokens, 2)
    expect((await refresh(crm, pairs[0]?.refresh ?? '')).status).toBe(401)
    expect(await statusFor(crm, phone.access)).toBe(200)
    expect((await refresh(crm, phone.refresh)).status).toBe(200)
  })

  test('twenty that replay an old token at once end the session once, and mail once', async () => {
    const { id, email, tokens } = await crm.register()
    await rotate(id, tokens, 3)
    const answers = await Promise.all(times(20, (turn) => refresh(apps.either(turn), tokens.refresh)))
    expect(tally(answers)).toEqual({ 401: 20 })
    await crm.runJobs()
    expect(
      crm.outbox.filter(({ to, subject }) => to === email && subject.startsWith('We signed')),
    ).toHaveLength(1)
  })

  test('no refresh token is kept in the database', async () => {
    const { id, tokens } = await crm.register()
    const pairs = await rotate(id, tokens, 1)
    const { rows } = await apps.database.pool.query<{ row: string }>(
      'select sessions::text as row from sessions where customer_id = $1',
      [id],
    )
    const signatures = pairs.map((pair) => pair.refresh.split('.')[2] ?? '')
    for (const signature of signatures) expect(rows[0]?.row).not.toContain(signature)
  })
})

const statuses = async (tokens: string[]): Promise<Record<number, number>> =>
  tally(
    await Promise.all(
      tokens.map(
        async (token, turn): Promise<Pick<Answer, 'status'>> => ({
          status: await statusFor(apps.either(turn), token),
        }),
      ),
    ),
  )

/** Within a second nobody takes it any more. */
const expectRefused = (access: string) =>
  expect
    .poll(async () => [await statusFor(apps.one, access), await statusFor(apps.two, access)], {
      timeout: 1_000,
    })
    .toEqual([401, 401])
