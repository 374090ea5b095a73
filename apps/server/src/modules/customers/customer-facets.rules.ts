import type { Days } from './customer-filter.queries.ts'

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const last = new Date(0)
  last.setUTCFullYear(year, month, 0)
  return last.toISOString().slice(0, 10)
}

/** The parts of a month before and after the whole months between two days: the tallies know only those. */
export function cutMonths({ date_joined_after: after, date_joined_before: before }: Days): Days[] {
  if (after && before && after > before) return []
  const isCutAt = {
    start: after && after !== firstOfMonth(after),
    end: before && before !== lastOfMonth(before),
  }
  if (after && before && firstOfMonth(after) === firstOfMonth(before))
    return isCutAt.start || isCutAt.end ? [{ date_joined_after: after, date_joined_before: before }] : []

  const parts: Days[] = []
  if (isCutAt.start && after) parts.push({ date_joined_after: after, date_joined_before: lastOfMonth(after) })
  if (isCutAt.end && before)
    parts.push({ date_joined_after: firstOfMonth(before), date_joined_before: before })
  return parts
}
