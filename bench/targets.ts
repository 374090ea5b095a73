import type { Results } from './results.ts'

export type Target = { claim: string; value: string; isMet: boolean }

const below = (claim: string, value: number, limit: number, unit: string): Target => ({
  claim: `${claim} < ${limit} ${unit}`,
  value: `${value.toFixed(1)} ${unit}`,
  isMet: value < limit,
})
const atLeast = (claim: string, value: number, limit: number): Target => ({
  claim: `${claim} ≥ ${limit}`,
  value: value.toFixed(2),
  isMet: value >= limit,
})

/** What we promise of ourselves, against what was measured. */
export function checkTargets({ small, logins, lists, choices, start }: Results): Target[] {
  const [first, half, early, late, search] = lists.map(({ alone }) => alone.ours)
  const missing = Number.NaN
  return [
    atLeast('profile GET beside raw', small['profile GET']?.ratio ?? missing, 0.75),
    atLeast('logins beside bare hashes', logins.ratio, 0.95),
    below('health p99 while people sign in', logins.healthP99, 20, 'ms'),
    below('list page 1 with its count, p95', first?.p95 ?? missing, 50, 'ms'),
    below('the page in the middle, p95', half?.p95 ?? missing, 100, 'ms'),
    below('a late cursor page less an early one, p50', (late?.p50 ?? missing) - (early?.p50 ?? 0), 1, 'ms'),
    below('usual searches, p95', search?.p95 ?? missing, 60, 'ms'),
    ...choices.map(({ name, p95 }) => below(`the console's list, ${name}, p95`, p95, 150, 'ms')),
    below('npm start to ready', start.readyMs, 3_000, 'ms'),
    below('idle memory of the server', start.idleMegabytes, 200, 'MB'),
    below('cost of the general limiter', limiterCost(small), 5, '%'),
  ]
}

/** In percent of a profile read; below zero is noise. */
export const limiterCost = (small: Results['small']): number =>
  (1 - (small['profile GET, limit on and off']?.ratio ?? Number.NaN)) * 100
