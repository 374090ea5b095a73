/** Things to pick from, each repeated as often as its weight says: `random.pick` then needs one step. */
export function weighted<Item extends string>(weights: Record<Item, number>): readonly Item[] {
  return (Object.entries(weights) as [Item, number][]).flatMap(([item, weight]) => Array(weight).fill(item))
}
