import type { Community } from './communities/community.ts'
import { withPlainLetters } from './plain-letters.ts'
import type { RowRandom } from './random.ts'

export interface PersonName {
  readonly first_name: string
  /** Empty for people with one name. */
  readonly last_name: string
}

const oneNameShare = 0.008
const hyphenatedShare = 0.03
const secondNameShare = 0.05

/** A name as somebody of that community might write it into a form. */
export function personName(random: RowRandom, community: Community): PersonName {
  const first_name = firstName(random, community)
  const last_name = random.chance(oneNameShare) ? '' : lastName(random, community)
  if (!random.chance(community.plainLettersShare)) return { first_name, last_name }
  return { first_name: withPlainLetters(first_name), last_name: withPlainLetters(last_name) }
}

function firstName(random: RowRandom, community: Community): string {
  const names = random.chance(0.56) ? community.women : community.men
  const first = random.pickCommon(names)
  if (community.onlyOneFirstName || !random.chance(secondNameShare)) return first
  const second = random.pick(names)
  const isOneWordEach = !/[ -]/.test(first + second)
  return isOneWordEach && second !== first ? `${first} ${second}` : first
}

function lastName(random: RowRandom, community: Community): string {
  const last = random.pickCommon(community.last)
  const other = random.pick(community.last)
  const kind = random.fraction()
  if (other === last) return last
  if (kind < community.twoLastNamesShare) return `${last} ${other}`
  // Couples who joined their names; a name that has two parts already stays as it is.
  const isJoined = community.twoLastNamesShare === 0 && kind < hyphenatedShare && !/[ -]/.test(last + other)
  return isJoined ? `${last}-${other}` : last
}
