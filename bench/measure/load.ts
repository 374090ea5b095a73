import { Connection } from './connection.ts'
import { cpuMs } from './process.ts'

/** Requests for one server: `next` gives the n-th of a connection. */
export type Load = {
  port: number
  pid: number
  next: (connection: number, n: number) => Buffer
  /** What every answer must be. */
  status?: number
}

/** How long it took to hear that the server is busy (503): where a disk stalls for two seconds, that is the right answer. */
export const refusals: number[] = []

type Extent = { connections: number } & ({ seconds: number } | { requestsEach: number })

export type Measured = { perSecond: number; times: number[]; cpuMsEach: number }

/** Asks as fast as the answers come, on each connection one at a time, for some seconds or some requests. */
export async function measure(load: Load, extent: Extent): Promise<Measured> {
  const connections = await Promise.all(
    Array.from({ length: extent.connections }, () => Connection.open(load.port)),
  )
  const times: number[] = []
  const cpuBefore = cpuMs(load.pid)
  const began = performance.now()
  const until = 'seconds' in extent ? began + extent.seconds * 1_000 : Number.POSITIVE_INFINITY
  const each = 'requestsEach' in extent ? extent.requestsEach : Number.POSITIVE_INFINITY

  await Promise.all(
    connections.map(async (connection, index) => {
      for (let n = 0; n < each && performance.now() < until; n++) {
        const { status, ms, body } = await connection.ask(load.next(index, n))
        if (status === (load.status ?? 200)) times.push(ms)
        else if (status === 503) refusals.push(ms)
        else throw new Error(`answered ${status}: ${body}`)
      }
    }),
  )
  const ms = performance.now() - began
  const cpu = cpuMs(load.pid) - cpuBefore
  for (const connection of connections) connection.close()
  return { perSecond: times.length / (ms / 1_000), times, cpuMsEach: cpu / times.length }
}
