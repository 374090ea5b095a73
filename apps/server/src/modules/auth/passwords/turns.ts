import { AppError } from '../../../platform/errors.ts'

type Options = {
  atOnce: number
  /** Wait for a turn at most. */
  waiting: number
  /** For at most so long. */
  patienceMs: number
}

/** Lets so many work at once. Who finds too many waiting, or has waited too long, is asked to come back. */
export class Turns {
  readonly #options: Options
  /** Begins the work of one who waits; the first to come is the first in it. */
  readonly #line = new Set<() => void>()
  #working = 0

  constructor(options: Options) {
    this.#options = options
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    // Who waited is handed the place of the one who has ended.
    if (this.#working >= this.#options.atOnce) await this.#wait()
    else this.#working += 1
    try {
      return await work()
    } finally {
      const [next] = this.#line
      if (next) next()
      else this.#working -= 1
    }
  }

  #wait(): Promise<void> {
    const { waiting, patienceMs } = this.#options
    if (this.#line.size >= waiting) return Promise.reject(comeBack())
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
        reject(comeBack())
      }, patienceMs)
      this.#line.add(begin)
    })
  }
}

const comeBack = () =>
  new AppError('unavailable', 'Many people are signing in. Try again in a moment.', { retryAfterSeconds: 1 })
