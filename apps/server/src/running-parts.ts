import { setTimeout as wait } from 'node:timers/promises'

export type Part = { stop(): Promise<unknown> }

/** How long tools may take to be put away once nobody uses them. */
const putAwayMs = 2_000

/** What a process runs, and the order in which it stops. */
export class RunningParts {
  readonly #work: Part[] = []
  readonly #tools: Part[] = []
  #database: Part | undefined

  /** What takes requests or jobs: all of it is asked to stop at the same moment. */
  work(part: Part): void {
    this.#work.push(part)
  }

  /** What the work needs: put away when the work has stopped. */
  tool(stop: () => Promise<unknown>): void {
    this.#tools.push({ stop })
  }

  /** What everything stands on: stopped last. */
  database(part: Part): void {
    this.#database = part
  }

  /** Stops everything, also when something fails on the way; then throws the first failure. */
  async stop(): Promise<void> {
    const stopped = await stopAll(this.#work)
    const putAway = Promise.race([stopAll(this.#tools), wait(putAwayMs, [])])
    const all = [...stopped, ...(await putAway), ...(await stopAll(this.#database ? [this.#database] : []))]
    const failure = all.find((one) => one.status === 'rejected')
    if (failure) throw failure.reason
  }
}

const stopAll = (parts: Part[]) => Promise.allSettled(parts.map((part) => part.stop()))
