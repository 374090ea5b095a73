import { Agent } from 'node:http'
import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../database.ts'
import { call, type Outcome, percentile, startLoad, tally } from './load.ts'
import { api, password, signUp } from './people.ts'
import { faultSeconds, isMeasured, startServer } from './server-process.ts'

/** The machine that runs the tests does other things, too: below this nothing is slow. */
const alwaysFineMs = isMeasured ? 250 : 3_000

const slowest = (outcomes: Outcome[]) => Math.max(...outcomes.map(({ ms }) => ms))

test.each([
  ['with the usual limits', '10/hour'],
  ['with no limit on signing in', 'off'],
])(
  'fifty sign-ins a second, %s: the rest of the shop is hardly slower, the excess is refused within a second',
  async (_, rate) => {
    const { url } = await useTestDatabase()
    const server = await startServer({ env: { DATABASE_URL: url, THROTTLE_LOGIN: rate } })
    const token = await signUp(server)
    const read = () => call(api(server, 'profile/'), { token })
    const measure = async (seconds: number) => {
      const load = startLoad(30, read)
      await wait(seconds * 1_000)
      return load.stop()
    }
    const logIn = (agent: Agent, turn: number) =>
      call(api(server, 'login/'), {
        method: 'POST',
        agent,
        body: { email: `guess${turn}@example.com`, password },
      })
    await measure(1)
    const idle = await measure(Math.min(10, faultSeconds / 2))
    const agent = new Agent({ keepAlive: true, maxSockets: 500 })
    const alone = [await logIn(agent, 0), await logIn(agent, 1), await logIn(agent, 2)]
    let turn = 3
    const flood = startLoad(50, () => logIn(agent, turn++))
    const busy = await measure(faultSeconds)
    // A fast machine keeps up with fifty; at some moment more come than it can ever have waiting.
    const many = Array.from({ length: availableParallelism() * 20 }, () => logIn(agent, turn++))
    const logins = [...(await flood.stop()), ...(await Promise.all(many))]
    agent.destroy()

    expect(tally(busy)).toEqual({ 200: expect.any(Number) })
    expect(percentile(busy, 0.99)).toBeLessThan(Math.max(alwaysFineMs, 2 * percentile(idle, 0.99)))
    const refused = logins.filter(({ status }) => status === 429 || status === 503)
    expect(Object.keys(tally(logins)).filter((status) => !['401', '429', '503'].includes(status))).toEqual([])
    expect(refused.length).toBeGreaterThan(rate === 'off' ? 0 : logins.length * 0.9)
    expect(percentile(refused, 0.99)).toBeLessThan(isMeasured ? 1_000 : 3_000)
    // Passwords are compared after everything else: where others keep the machine busy, one alone takes long, too.
    expect(slowest(logins)).toBeLessThan(isMeasured ? 5_000 : Math.max(5_000, 5 * slowest(alone)))
  },
  200_000,
)
