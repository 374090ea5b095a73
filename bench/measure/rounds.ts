import { setTimeout as wait } from 'node:timers/promises'
import { watchNeighbours } from './neighbours.ts'

const mostForOthers = 0.1
const mostTries = 2

type Tried<Seen> = { seen: Seen; others: number }

/** The share of the machine that somebody else took, in every round that counts. */
export const disturbances: number[] = []

/**
 * Measures so many times. A round in which others took more than a tenth of the machine is measured again, up to
 * twice as many times in all; of those that never came quiet the quietest count.
 */
export async function rounds<Seen>(
  count: number,
  measureOnce: (round: number) => Promise<Seen>,
): Promise<Seen[]> {
  const tried: Tried<Seen>[] = []
  const isQuiet = ({ others }: Tried<Seen>) => others <= mostForOthers
  while (tried.filter(isQuiet).length < count && tried.length < count * mostTries) {
    const others = watchNeighbours()
    const seen = await measureOnce(tried.length)
    tried.push({ seen, others: others() })
    if (!tried.slice(-1).every(isQuiet)) await wait(500)
  }
  const counted = tried.toSorted((one, other) => one.others - other.others).slice(0, count)
  disturbances.push(...counted.map(({ others }) => others))
  return counted.map(({ seen }) => seen)
}
