/** What the store asks of a new password, as far as a page can tell by itself; the server looks further. */
export const adviceRules = ['length', 'letter', 'digit', 'special'] as const
export type AdviceRule = (typeof adviceRules)[number]

const fewestCharacters = 8

/** Which of the rules a password fulfils so far. Characters are counted by code point. */
export function fulfilled(password: string): ReadonlySet<AdviceRule> {
  const normal = password.normalize('NFKC')
  const is: Record<AdviceRule, boolean> = {
    length: [...normal].length >= fewestCharacters,
    letter: /\p{L}/u.test(normal),
    digit: /\p{Nd}/u.test(normal),
    special: /[^\p{L}\p{M}\p{Nd}\s]/u.test(normal),
  }
  return new Set(adviceRules.filter((rule) => is[rule]))
}
