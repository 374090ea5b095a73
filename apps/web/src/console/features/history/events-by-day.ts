/** Puts what comes newest first into the days of the reader's clock, in the same order. */
export function eventsByDay<Event extends { occurred_at: string }>(
  events: readonly Event[],
): { day: Date; events: Event[] }[] {
  const days: { day: Date; events: Event[] }[] = []
  for (const event of events) {
    const day = startOfDay(new Date(event.occurred_at))
    const last = days.at(-1)
    if (last?.day.getTime() === day.getTime()) last.events.push(event)
    else days.push({ day, events: [event] })
  }
  return days
}

/** How many days of the calendar lie between: 0 today, 1 yesterday. A day of the clock change has 23 or 25 hours. */
export const daysAgo = (day: Date, now: Date): number =>
  Math.round((startOfDay(now).getTime() - startOfDay(day).getTime()) / 86_400_000)

const startOfDay = (moment: Date) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate())
