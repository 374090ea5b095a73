import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

export type Outcome = {
  /** Zero where no whole answer came. */
  status: number
  ms: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
  json: any
  headers: Record<string, string | string[] | undefined>
  error?: string
  startedAt: number
  endedAt: number
}

type Call = {
  method?: string
  token?: string
  body?: unknown
  agent?: Agent
  timeoutMs?: number
  localAddress?: string
}

const shared = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends one request and never throws. */
export function call(
  url: string,
  { method = 'GET', token, body, agent = shared, ...rest }: Call = {},
): Promise<Outcome> {
  const startedAt = performance.now()
  const text = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve) => {
    const done = (outcome: Partial<Outcome>) => {
      const endedAt = performance.now()
      resolve({
        status: 0,
        json: undefined,
        headers: {},
        ...outcome,
        ms: endedAt - startedAt,
        startedAt,
        endedAt,
      })
    }
    const sent = request(
      url,
      {
        method,
        agent,
        localAddress: rest.localAddress,
        timeout: rest.timeoutMs ?? 15_000,
        headers: {
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('error', (error) => done({ error: error.message }))
        answer.on('end', () => {
          const said = Buffer.concat(chunks).toString()
          const isJson = answer.headers['content-type']?.startsWith('application/json')
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            json: isJson ? JSON.parse(said) : said,
          })
        })
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', (error) => done({ error: error.message }))
    sent.end(text)
  })
}

/** Sends at a steady rate, whatever is answered, until stopped; then waits for the last answers. */
export function startLoad(perSecond: number, send: () => Promise<Outcome>) {
  const under = new Set<Promise<void>>()
  const outcomes: Outcome[] = []
  let isOn = true
  const running = (async () => {
    const startedAt = performance.now()
    for (let sent = 0; isOn; ) {
      const due = ((performance.now() - startedAt) / 1_000) * perSecond
      for (; sent < due; sent += 1) {
        const one = send().then((outcome) => {
          outcomes.push(outcome)
          under.delete(one)
        })
        under.add(one)
      }
      await wait(5)
    }
  })()
  return {
    outcomes,
    async stop(): Promise<Outcome[]> {
      isOn = false
      await running
      await Promise.all(under)
      return outcomes
    },
  }
}

export const percentile = (outcomes: Outcome[], share: number) =>
  outcomes.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(outcomes.length * share)] ?? 0

/** How many there were of each status, for the message of a failed test. */
export const tally = (outcomes: Outcome[]) =>
  Object.fromEntries(
    [...Map.groupBy(outcomes, ({ status, error }) => error ?? status)].map(([what, some]) => [
      what,
      some.length,
    ]),
  )
