import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { hash, verify } from '@node-rs/argon2'
import { cost } from '../../apps/server/src/modules/auth/passwords/hashing.worker.ts'
import { type Side, sumUp } from '../measure/compare.ts'
import { Connection } from '../measure/connection.ts'
import { type Load, measure } from '../measure/load.ts'
import { requestBytes } from '../measure/request.ts'
import { rounds } from '../measure/rounds.ts'
import { median, quantile } from '../measure/statistics.ts'
import { type People, password } from '../people.ts'
import type { Server } from '../servers/start.ts'

export type PasswordRow = { ours: Side; hashesPerSecond: number; ratio: number; healthP99: number }

const seconds = 5
const count = 4
const connections = availableParallelism() * 4
const probeEveryMs = 20

/** Sign-ins beside bare comparisons of the same hash, while the health of the server is asked fifty times a second. */
export async function compareLogins(ours: Server, { customers }: People): Promise<PasswordRow> {
  const stored = await hash(password, cost)
  const requests = customers.map(({ email }) =>
    requestBytes({ method: 'POST', path: '/api/customers/login/', body: { email, password } }),
  )
  const next = (connection: number, n: number) =>
    requests[(connection + n * connections) % requests.length] ?? Buffer.alloc(0)
  return comparePasswords({ ...ours, next }, () => verify(stored, password))
}

export function compareRegistrations(ours: Server): Promise<PasswordRow> {
  const run = Date.now()
  let turn = 0
  const next = () => {
    turn += 1
    const names = { first_name: 'Ọlá', last_name: 'Adébáyọ̀', city: 'Toronto' }
    const body = { email: `bench.${run}.${turn}@example.com`, password, password_confirm: password, ...names }
    return requestBytes({ method: 'POST', path: '/api/customers/register/', body })
  }
  return comparePasswords({ ...ours, next, status: 201 }, () => hash(password, cost))
}

async function comparePasswords(load: Load, bare: () => Promise<unknown>): Promise<PasswordRow> {
  await measure(load, { connections, seconds: 1 })
  await hashesPerSecond(bare, 1)

  const seen = await rounds(count, async () => {
    const bareRate = await hashesPerSecond(bare, seconds)
    const probing = probe(load.port, seconds)
    return { bareRate, measured: await measure(load, { connections, seconds }), probes: await probing }
  })
  return {
    ours: sumUp(seen.map(({ measured }) => measured)),
    hashesPerSecond: median(seen.map(({ bareRate }) => bareRate)),
    ratio: median(seen.map(({ measured, bareRate }) => measured.perSecond / bareRate)),
    healthP99: quantile(
      seen.flatMap(({ probes }) => probes),
      0.99,
    ),
  }
}

/** As many in flight as there are cores. */
async function hashesPerSecond(bare: () => Promise<unknown>, forSeconds: number): Promise<number> {
  const began = performance.now()
  let done = 0
  const work = async () => {
    while (performance.now() - began < forSeconds * 1_000) {
      await bare()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return done / ((performance.now() - began) / 1_000)
}

async function probe(port: number, forSeconds: number): Promise<number[]> {
  const connection = await Connection.open(port)
  const request = requestBytes({ path: '/api/customers/health/' })
  const times: number[] = []
  for (let n = 0; n < (forSeconds * 1_000) / probeEveryMs; n++) {
    const { ms } = await connection.ask(request)
    times.push(ms)
    await wait(Math.max(0, probeEveryMs - ms))
  }
  connection.close()
  return times
}
