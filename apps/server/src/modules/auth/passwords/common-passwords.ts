/** The list that comes with the product, read when the first new password is checked: most processes never need it. */
let list: Promise<ReadonlySet<string>> | undefined

const commonPasswords = () => {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(plain)),
  )
  return list
}

/** Without letter case, accents and tone marks. */
export const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const lookAlikes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}
export const withoutLookAlikes = (text: string) =>
  text.replace(/[@431!0$57]/g, (character) => lookAlikes[character] ?? character)

/** What people put around a word to please a rule: years, exclamation marks. A sign at the start may be a letter. */
const trimmings = [/[^\p{L}\d]+$/u, /[^\p{L}]+$/u, /^[^\p{L}]+|[^\p{L}]+$/gu]

/** A word as short as this is no password that somebody else would try first. */
const shortestCore = 5

/**
 * Whether it is in the list, as typed or as the word at its core: `P@ssw0rd1!` is `password` with the capital, the
 * look-alikes and the trimmings that guessers try first.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const common = await commonPasswords()
  const typed = plain(password)
  const cores = trimmings
    .map((trimming) => typed.replace(trimming, ''))
    .flatMap((core) => [core, withoutLookAlikes(core)])
    .filter((core) => core.length >= shortestCore)
  return [typed, withoutLookAlikes(typed), ...cores].some((word) => common.has(word))
}
