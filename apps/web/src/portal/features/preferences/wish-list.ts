/** A text of wishes, of which some are known words: "Halal, Vegan, nothing hot" is two of the words and a remark. */
export type Wishes = { chosen: ReadonlySet<number>; remark: string }

/** The spellings of a known word, the one to write first. */
export type Known = readonly (readonly string[])[]

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/** Finds the known words between the commas, in any of their spellings; all else is the remark, as it was written. */
export function readWishes(text: string, known: Known): Wishes {
  const chosen = new Set<number>()
  const rest = text.split(',').filter((part) => {
    const place = known.findIndex((spellings) => spellings.some((one) => plain(one) === plain(part)))
    if (place >= 0) chosen.add(place)
    return place < 0
  })
  return { chosen, remark: rest.join(',').trim() }
}

/** Writes the words in the order of the list, then the remark. */
export function writeWishes({ chosen, remark }: Wishes, known: Known): string {
  const words = known.flatMap(([word = ''], place) => (chosen.has(place) ? [word] : []))
  return [...words, ...(remark.trim() === '' ? [] : [remark.trim()])].join(', ')
}
