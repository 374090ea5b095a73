import type { PersonName } from './person-name.ts'
import { withPlainLetters } from './plain-letters.ts'
import type { RowRandom } from './random.ts'
import { weighted } from './weighted.ts'

// Reserved by RFC 2606: whatever a developer sends, nobody receives it.
const domains = weighted({ 'example.com': 6, 'example.org': 2, 'example.net': 2 })

/**
 * An address made of the name. It ends in the row's number, after the first seed in that of the seed too, and nothing
 * else in it is a digit: no two rows share one.
 */
export function emailAddress(random: RowRandom, name: PersonName, row: number, seed = 1): string {
  const first = mailbox(name.first_name)
  const last = mailbox(name.last_name)
  return `${localPart(random, first, last)}${row + 1}${seed === 1 ? '' : `.${seed}`}@${random.pick(domains)}`
}

function localPart(random: RowRandom, first: string, last: string): string {
  const shape = random.fraction()
  if (last === '') return first
  if (shape < 0.5) return `${first}.${last}`
  if (shape < 0.7) return `${first}${last}`
  if (shape < 0.85) return `${first.charAt(0)}.${last}`
  return `${first}_${last}`
}

function mailbox(name: string): string {
  return withPlainLetters(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}
