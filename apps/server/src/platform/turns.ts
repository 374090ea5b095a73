import { AppError } from './errors.ts'

export type TurnOptions = {
  /** Work at once. */
  atOnce: number
  /** Wait for a turn at most. */
  waiting: number
  /** For at most so long. */
  patienceMs: number
  /** What is said to who finds too many waiting, or has waited too long. */
  refusal: string
}

/** Lets so many work at once; the others wait, the first to come is the next. Who would wait too long is refused with `unavailable`. */
export class Turns {
  readonly #options: TurnOptions
  /** Begins the work of one who waits. */
  readonly #line = new Set<() => void>()
  #working = 0

  constructor(options: TurnOptions) {
    this.#options = options
  }

  get isIdle(): boolean {
    return this.#working === 0
  }

  /** Resolves when it is one's turn, with what ends it: call that once. */
  async begin(): Promise<() => void> {
    // Who waited is handed the place of the one who has ended.
    if (this.#working >= this.#options.atOnce) await this.#wait()
    else this.#working += 1
    return () => {
      const [next] = this.#line
      if (next) next()
      else this.#working -= 1
    }
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const end = await this.begin()
    try {
      return await work()
    } finally {
      end()
    }
  }

  #wait(): Promise<void> {
    const { waiting, patienceMs, refusal } = this.#options
    const refuse = () => new AppError('unavailable', refusal, { retryAfterSeconds: 1 })
    if (this.#line.size >= waiting) return Promise.reject(refuse())
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer)
        this.#line.delete(begin)
      }
      const begin = () => {
        leave()
        resolve()
      }
      const timer = setTimeout(() => {
        leave()
        reject(refuse())
      }, patienceMs)
      this.#line.add(begin)
    })
  }
}
