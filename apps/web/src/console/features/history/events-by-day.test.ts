import { expect, test } from 'vitest'
import { daysAgo, eventsByDay } from './events-by-day.ts'

const at = (...parts: [number, number, number, number]) => new Date(...parts)

test('groups what happened by the day of the reader, in the order it came', () => {
  const moments = [at(2026, 10, 22, 23), at(2026, 10, 22, 0), at(2026, 10, 21, 23)]
  const days = eventsByDay(moments.map((moment) => ({ occurred_at: moment.toISOString() })))
  expect(days.map(({ day, events }) => [day.getDate(), events.length])).toEqual([
    [22, 2],
    [21, 1],
  ])
  expect(eventsByDay([])).toEqual([])
})

test('yesterday is yesterday also over a clock change', () => {
  expect(daysAgo(at(2026, 10, 1, 0), at(2026, 10, 1, 23))).toBe(0)
  expect(daysAgo(at(2026, 10, 1, 0), at(2026, 10, 2, 1))).toBe(1)
  expect(daysAgo(at(2026, 2, 7, 0), at(2026, 2, 9, 0))).toBe(2)
})
