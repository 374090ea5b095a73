import { isCommonPassword, plain, withoutLookAlikes } from './common-passwords.ts'

/** Whose password it is to be. */
export type PasswordOwner = { email: string; first_name?: string; last_name?: string }

const fewestCharacters = 8
const storeNames = ['afrocaribbean', 'caribbean']

/** Everything that is wrong with a new password, in sentences; empty when it is good. Characters are counted by code point. */
export async function passwordFaults(password: string, owner: PasswordOwner): Promise<string[]> {
  const faults: string[] = []
  const normal = password.normalize('NFKC')
  if ([...normal].length < fewestCharacters)
    faults.push(`This password is too short. It must contain at least ${fewestCharacters} characters.`)
  if (!/\p{L}/u.test(normal)) faults.push('This password must contain at least one letter.')
  if (!/\p{Nd}/u.test(normal)) faults.push('This password must contain at least one digit.')
  if (!/[^\p{L}\p{M}\p{Nd}\s]/u.test(normal))
    faults.push('This password must contain at least one special character.')
  if (await isCommonPassword(password)) faults.push('This password is too common.')
  if (isLikeOwner(password, owner)) faults.push('This password is too similar to your email or name.')
  return faults
}

const lettersAndDigits = (text: string) => plain(text).replace(/[^\p{L}\d]+/gu, '')

/** Whether the owner's name or address, or the store's name, makes up half of it or more. */
function isLikeOwner(password: string, { email, first_name = '', last_name = '' }: PasswordOwner): boolean {
  const [local = ''] = email.split('@')
  const words = [
    email,
    local,
    ...local.split(/[^\p{L}\d]+/u),
    first_name,
    last_name,
    first_name + last_name,
    last_name + first_name,
    ...storeNames,
  ]
  const readings = [lettersAndDigits(password), lettersAndDigits(withoutLookAlikes(plain(password)))]
  return words
    .map(lettersAndDigits)
    .filter((word) => word.length >= 4)
    .some((word) =>
      readings.some((reading) => reading.includes(word) && word.length * 2 >= [...password].length),
    )
}
