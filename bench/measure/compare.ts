import { type Load, type Measured, measure } from './load.ts'
import { median, quantile } from './statistics.ts'

export type Side = { perSecond: number; p50: number; p95: number; p99: number; cpuMsEach: number }

/** Ours beside raw; `ratio` is the median of the rounds' own ratios, as neighbours in time had the same machine. */
export type Comparison = { ours: Side; raw: Side; ratio: number }

type Extent = Parameters<typeof measure>[1]

/** Measures two servers in turns (A B, B A, …), after a short warm-up of each. */
export async function compare(ours: Load, raw: Load, extent: Extent, rounds = 5): Promise<Comparison> {
  const warmUp = 'seconds' in extent ? { ...extent, seconds: 1 } : { ...extent, requestsEach: 2 }
  await measure(ours, warmUp)
  await measure(raw, warmUp)

  const seen = { ours: [] as Measured[], raw: [] as Measured[] }
  for (let round = 0; round < rounds; round++) {
    const turns = [['ours', ours] as const, ['raw', raw] as const]
    for (const [name, load] of round % 2 === 0 ? turns : turns.toReversed())
      seen[name].push(await measure(load, extent))
  }
  const ratios = seen.ours.map(({ perSecond }, round) => perSecond / (seen.raw[round]?.perSecond ?? Number.NaN))
  return { ours: sumUp(seen.ours), raw: sumUp(seen.raw), ratio: median(ratios) }
}

export function sumUp(rounds: readonly Measured[]): Side {
  const over = (share: number) => median(rounds.map(({ times }) => quantile(times, share)))
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50: over(0.5),
    p95: over(0.95),
    p99: over(0.99),
    cpuMsEach: median(rounds.map(({ cpuMsEach }) => cpuMsEach)),
  }
}
