import { type Load, type Measured, measure } from './load.ts'
import { rounds } from './rounds.ts'
import { median, quantile } from './statistics.ts'

export type Side = { perSecond: number; p50: number; p95: number; p99: number; cpuMsEach: number }

/** Ours beside raw; `ratio` is the median of the rounds' own ratios, as neighbours in time had the same machine. */
export type Comparison = { ours: Side; raw: Side; ratio: number }

type Extent = Parameters<typeof measure>[1]

/** Measures two servers in turns (A B, B A, …), after each has warmed up. */
export async function compare(ours: Load, raw: Load, extent: Extent, count = 8): Promise<Comparison> {
  const warmUp = 'seconds' in extent ? { ...extent, seconds: 4 } : { ...extent, requestsEach: 2 }
  await measure(ours, warmUp)
  await measure(raw, warmUp)

  const seen = await rounds(count, async (round) => {
    const turns = [() => measure(ours, extent), () => measure(raw, extent)] as const
    if (round % 2 === 0) return [await turns[0](), await turns[1]()] as const
    const second = await turns[1]()
    return [await turns[0](), second] as const
  })
  return {
    ours: sumUp(seen.map(([one]) => one)),
    raw: sumUp(seen.map(([, other]) => other)),
    ratio: median(seen.map(([one, other]) => one.perSecond / other.perSecond)),
  }
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
