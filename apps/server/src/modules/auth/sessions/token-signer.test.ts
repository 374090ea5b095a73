import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TestApp } from '../../../../test/test-app.ts'
import { createTwoApps, refresh, statusFor, type TwoApps } from '../auth.fixture.ts'
import { createTokenSigner } from './token-signer.ts'

let apps: TwoApps
let crm: TestApp
beforeAll(async () => {
  apps = await createTwoApps()
  crm = apps.one
})
afterAll(() => apps.close())
afterEach(() => vi.useRealTimers())

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, number>

/** Moves the clock of this process; the one of the database stays. */
const moveClock = (seconds: number) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + seconds * 1_000)
}

describe('works', () => {
  test('an access token lives for an hour, a refresh token for a day', async () => {
    const { tokens } = await crm.register()
    for (const [token, seconds] of [
      [tokens.access, 3_600],
      [tokens.refresh, 86_400],
    ] as const) {
      const { iat = 0, exp = 0 } = claimsOf(token)
      expect(exp - iat).toBe(seconds)
      expect(Math.abs(iat - Date.now() / 1_000)).toBeLessThan(5)
    }
  })

  test('the next pair lives as long', async () => {
    const { json } = await refresh(crm, (await crm.register()).tokens.refresh)
    const spans = [json.access, json.refresh].map(claimsOf).map(({ iat = 0, exp = 0 }) => exp - iat)
    expect(spans).toEqual([3_600, 86_400])
  })

  test.each([45, -45])(
    'a node whose clock is off by %i s takes the tokens of the others, and they its own',
    async (off) => {
      const { tokens } = await crm.register()
      moveClock(off)
      expect(await statusFor(apps.two, tokens.access)).toBe(200)
      const theirs = await refresh(apps.two, tokens.refresh)
      expect(theirs.status).toBe(200)
      vi.useRealTimers()
      expect(await statusFor(crm, theirs.json.access)).toBe(200)
      expect((await refresh(crm, theirs.json.refresh)).status).toBe(200)
    },
  )

  test('every process makes the same refresh token for a step, from the secret', () => {
    const step = {
      session_id: '0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f',
      generation: 3,
      rotated_at_seconds: 1_700_000_000,
    }
    expect(createTokenSigner('one').refresh(step)).toBe(createTokenSigner('one').refresh(step))
    expect(createTokenSigner('one').refresh(step)).not.toBe(createTokenSigner('two').refresh(step))
  })
})

describe('refuses', () => {
  test('an access token from the second on that it ends', async () => {
    const { tokens } = await crm.register()
    moveClock(3_600 - 10)
    expect(await statusFor(crm, tokens.access)).toBe(200)
    moveClock(11)
    expect(await statusFor(crm, tokens.access)).toBe(401)
  })

  test('a refresh token from the second on that it ends', async () => {
    const { tokens } = await crm.register()
    moveClock(86_400 + 1)
    const { status, json } = await refresh(crm, tokens.refresh)
    expect([status, json.code]).toEqual([401, 'token_not_valid'])
  })

  test('a session that ran out in the database, whatever the token says', async () => {
    const { id, tokens } = await crm.register()
    await apps.database.pool.query('update sessions set expires_at = now() where customer_id = $1', [id])
    expect(await statusFor(crm, tokens.access)).toBe(401)
    expect((await refresh(crm, tokens.refresh)).status).toBe(401)
  })
})
