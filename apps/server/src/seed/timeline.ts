import type { RowRandom } from './random.ts'

export interface Timeline {
  /** Milliseconds since 1970, all of them. */
  readonly joinedAt: number
  readonly lastLoginAt: number | undefined
  readonly updatedAt: number
}

const dayMs = 86_400_000
const hourMs = 3_600_000
const storeAgeDays = 5 * 365

/** When a customer joined, came back and was last changed: within five years before the reference time, never after it. */
export function timeline(random: RowRandom, referenceMs: number): Timeline {
  const joinedAt = joined(random, referenceMs)
  const lastLoginAt = random.chance(0.68) ? since(random, joinedAt, referenceMs) : undefined
  const hasChangedLater = random.chance(0.3)
  const updatedAt = hasChangedLater
    ? since(random, lastLoginAt ?? joinedAt, referenceMs)
    : (lastLoginAt ?? joinedAt)
  return { joinedAt, lastLoginAt, updatedAt }
}

/** The store grew, so later days have more newcomers; people join while they are awake. */
function joined(random: RowRandom, referenceMs: number): number {
  const day = 1 + Math.floor(random.fraction() ** 0.6 * (storeAgeDays - 1))
  const midnight = Math.floor((referenceMs - (storeAgeDays - day) * dayMs) / dayMs) * dayMs
  // Between eight in the morning and midnight in Toronto, most of them in the late afternoon.
  const timeOfDay = 13 * hourMs + Math.floor(((random.fraction() + random.fraction()) / 2) * 15 * hourMs)
  const at = midnight + timeOfDay
  return at > referenceMs ? at - dayMs : at
}

/** Most have been here lately: an instant leaning towards the reference time. */
function since(random: RowRandom, from: number, referenceMs: number): number {
  return referenceMs - Math.floor((referenceMs - from) * random.fraction() ** 2)
}
