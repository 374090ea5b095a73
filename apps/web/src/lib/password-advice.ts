/** Whose password it is to be, as far as it is known. */
export type PasswordOwner = { email?: string; first_name?: string; last_name?: string }

export const passwordRules = ['length', 'letter', 'digit', 'special', 'unlike'] as const
export type PasswordRule = (typeof passwordRules)[number]

const fewestCharacters = 8

/**
 * The rules that a password keeps already, for advice while it is typed. The server checks the same, and also whether
 * it is a common one.
 */
export function keptRules(password: string, owner: PasswordOwner): ReadonlySet<PasswordRule> {
  const normal = password.normalize('NFKC')
  const isKept: Record<PasswordRule, boolean> = {
    length: [...normal].length >= fewestCharacters,
    letter: /\p{L}/u.test(normal),
    digit: /\p{Nd}/u.test(normal),
    special: /[^\p{L}\p{M}\p{Nd}\s]/u.test(normal),
    unlike: password !== '' && !isLikeOwner(password, owner),
  }
  return new Set(passwordRules.filter((rule) => isKept[rule]))
}

const lettersAndDigits = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\d]+/gu, '')
    .toLowerCase()

/** Whether a name or the address makes up half of it or more; the server sees through look-alikes, too. */
function isLikeOwner(
  password: string,
  { email = '', first_name = '', last_name = '' }: PasswordOwner,
): boolean {
  const [local = ''] = email.split('@')
  const words = [email, local, ...local.split(/[^\p{L}\d]+/u), first_name, last_name]
  const reading = lettersAndDigits(password)
  return words
    .map(lettersAndDigits)
    .some((word) => word.length >= 4 && reading.includes(word) && word.length * 2 >= [...password].length)
}
