import type { Community } from './communities/community.ts'
import type { RowRandom } from './random.ts'

// What every till sells to everybody.
const everybodysProducts = [
  'plantain',
  'goat',
  'yam',
  'jollof spice',
  'saltfish',
  'Scotch bonnet',
  'okra',
  'coconut milk',
  'rice',
]

/** One to four products, mostly from the kitchen at home; a third of the customers named none. */
export function favoriteProducts(random: RowRandom, community: Community): string {
  if (random.chance(0.33)) return ''
  const chosen = new Set<string>()
  const amount = random.between(1, 4)
  for (let product = 0; product < amount; product++) {
    chosen.add(random.pickCommon(random.chance(0.75) ? community.products : everybodysProducts))
  }
  return [...chosen].join(', ')
}
