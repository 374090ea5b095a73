/** A line for each name in a file of settings that no setting has, with the one that was probably meant. */
export function unknownNames(given: readonly string[], known: readonly string[]): string[] {
  return given
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known)
      return meant ? `${name} is no setting; did you mean ${meant}?` : `${name} is no setting`
    })
}

/** The nearest name, if no more than every third letter has to change. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((one) => ({ one, distance: editDistance(name.toUpperCase(), one) }))
    .sort((left, right) => left.distance - right.distance)
  return best && best.distance <= name.length / 3 ? best.one : undefined
}

/** How many letters must be put in, taken out or changed to make one of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [at, other] of [...to].entries())
      next.push(
        Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + (letter === other ? 0 : 1)),
      )
    row = next
  }
  return row.at(-1) ?? 0
}
