import { dictionary } from '@zxcvbn-ts/language-common'

/** Whose password it is to be. */
export type PasswordOwner = { email: string; first_name?: string; last_name?: string }

const common = new Set(dictionary['passwords-common'] as Iterable<string>)
const siteWords = ['afrocaribbean', 'afro-caribbean', 'caribbean']

/** Everything that is wrong with a new password, in sentences; empty when it is good. Characters are counted by code point. */
export function passwordFaults(password: string, owner: PasswordOwner): string[] {
  const faults: string[] = []
  const characters = [...password.normalize('NFKC')]
  if (characters.length < 8) faults.push('This password is too short. It must contain at least 8 characters.')
  if (!/\p{L}/u.test(password)) faults.push('This password must contain at least one letter.')
  if (!/\p{Nd}/u.test(password)) faults.push('This password must contain at least one digit.')
  if (!/[^\p{L}\p{Nd}\s]/u.test(password))
    faults.push('This password must contain at least one special character.')
  if (isCommon(password)) faults.push('This password is too common.')
  if (isLikeOwner(password, owner)) faults.push('This password is too similar to your email or name.')
  return faults
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

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
const withoutLookAlikes = (text: string) =>
  text.replace(/[@431!0$57]/g, (character) => lookAlikes[character] ?? character)
const withoutTrimmings = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** A common password stays one with a capital, a year and an exclamation mark: that is what guessers try first. */
function isCommon(password: string): boolean {
  const typed = plain(password)
  const cores = [
    withoutTrimmings(typed),
    withoutTrimmings(withoutLookAlikes(withoutTrimmings(`${typed} `.trim()))),
  ]
  const core = withoutLookAlikes(typed.replace(/[^\p{L}@$]+$/u, '').replace(/^[^\p{L}@$]+/u, ''))
  return common.has(typed) || [...cores, core].some((word) => word.length >= 5 && common.has(word))
}

/** Whether a name, an address or the store's own name makes up half of it or more. */
function isLikeOwner(password: string, { email, first_name = '', last_name = '' }: PasswordOwner): boolean {
  const typed = plain(password)
  const [local = ''] = plain(email).split('@')
  const parts = [
    plain(email),
    local,
    ...local.split(/[^\p{L}\d]+/u),
    plain(first_name),
    plain(last_name),
    ...siteWords,
  ]
  return parts.some((part) => part.length >= 4 && typed.includes(part) && part.length * 2 >= typed.length)
}
