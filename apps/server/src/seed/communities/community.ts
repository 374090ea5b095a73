/** Where a customer's people are from, as far as it shows in a name, a language and a basket. */
export interface Community {
  readonly name: string
  /** How many of the store's customers, against the weights of the others. */
  readonly weight: number
  /** Names, the most common first. */
  readonly women: readonly string[]
  readonly men: readonly string[]
  /** Family names; where people carry their father's name instead, the names of men. */
  readonly last: readonly string[]
  /** Of those with two parts in a last name: two fathers' names, or the families of both parents. */
  readonly twoLastNamesShare: number
  /** Where a second first name would be a second weekday, or be taken for the father's name. */
  readonly onlyOneFirstName?: boolean
  /** How many leave out the marks of their own spelling, as most forms have taught them to. */
  readonly plainLettersShare: number
  readonly languages: readonly string[]
  readonly diets: readonly string[]
  readonly products: readonly string[]
}

/** A comma-separated list of names, in the composed form in which the CRM keeps text. */
export function names(list: string): readonly string[] {
  return list
    .normalize('NFC')
    .split(',')
    .map((name) => name.trim())
}
