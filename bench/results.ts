import type { Comparison } from './measure/compare.ts'
import type { ChoiceRow } from './rows/list-choices.ts'
import type { ListRow } from './rows/lists.ts'
import type { PasswordRow } from './rows/passwords.ts'
import type { StartRow } from './rows/start.ts'

type Memory = { now: number; peak: number }

/** Everything that one run has measured. */
export type Results = {
  customers: number
  machine: string
  /** The share of the cores that went to processes that are not of the run. */
  others: { median: number; worst: number }
  /** Requests that were answered 503. */
  refused: number
  small: Record<string, Comparison>
  logins: PasswordRow
  registrations: PasswordRow
  lists: ListRow[]
  choices: ChoiceRow[]
  memory: { ours: Memory; raw: Memory }
  start: StartRow
}
