import type { Days } from './customer-filter.queries.ts'

/** Days as whole years, which the tallies know, and the rest, which has to be counted. */
export type SplitDays = { firstYear: number; lastYear: number; rest: Days[] }

const isYearsFirst = (day: string) => day.endsWith('-01-01')
const isYearsLast = (day: string) => day.endsWith('-12-31')
const yearOf = (day: string) => Number(day.slice(0, 4))

/** Beyond any year that a date can have here. */
const forever = 99_999

/** The whole years between two days, and the parts of a year before and after them. */
export function splitDays({ date_joined_after: after, date_joined_before: before }: Days): SplitDays {
  const firstYear = after ? yearOf(after) + (isYearsFirst(after) ? 0 : 1) : -forever
  const lastYear = before ? yearOf(before) - (isYearsLast(before) ? 0 : 1) : forever
  if (firstYear > lastYear)
    return { firstYear, lastYear, rest: [{ date_joined_after: after, date_joined_before: before }] }

  const rest: Days[] = []
  if (after && !isYearsFirst(after))
    rest.push({ date_joined_after: after, date_joined_before: `${after.slice(0, 4)}-12-31` })
  if (before && !isYearsLast(before))
    rest.push({ date_joined_after: `${before.slice(0, 4)}-01-01`, date_joined_before: before })
  return { firstYear, lastYear, rest }
}
