import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, test } from 'vitest'
import { passwordFaults } from './password.rules.ts'

const owner = { email: 'tigist.bekele@example.com', first_name: 'Ọlánrewájú', last_name: 'Adébáyọ̀' }
const faults = (password: string) => passwordFaults(password, owner)

const tooShort = 'This password is too short. It must contain at least 8 characters.'
const noLetter = 'This password must contain at least one letter.'
const noDigit = 'This password must contain at least one digit.'
const noSpecial = 'This password must contain at least one special character.'
const tooCommon = 'This password is too common.'
const tooSimilar = 'This password is too similar to your email or name.'

describe('works', () => {
  test.each([
    'SecurePass123!',
    'Owner-Pass-2026!',
    'New-Secure-456!',
    'Other-Pass-1!',
    'kW9-mango tree',
    'አዲስ-አበባ-2016',
    'Ẹ̀kọ́ 7 ẹ̀bá!',
  ])('%s is good', async (password) => {
    expect(await faults(password)).toEqual([])
  })

  test.each([8, 14, 15, 64, 128, 1_000])('%i characters are enough and not too many', async (length) => {
    expect(await faults(`zQ7-${'vj'.repeat(length)}`.slice(0, length))).toEqual([])
  })

  test('a space counts for nothing, at the start and inside', async () => {
    expect(await faults(' zQ7vjxwk')).toEqual([noSpecial])
  })
})

describe('refuses', () => {
  test('seven characters, however many bytes they take', async () => {
    expect(await faults('zQ7-vjx')).toEqual([tooShort])
    expect(await faults('ẹ7-ṣọwá'.normalize('NFD'))).toEqual([tooShort])
    expect(await faults('7x🍌🍌🍌')).toEqual([tooShort])
  })

  test('every reason is said at once', async () => {
    expect(await faults('weak')).toEqual([tooShort, noDigit, noSpecial])
  })

  test('64 emoji lack a letter and a digit, and nothing else', async () => {
    expect(await faults('🍌🥥🥭🌶️'.repeat(16).normalize())).toEqual([noLetter, noDigit])
  })

  test('marks on letters are no special characters, in whichever form they are typed', async () => {
    expect(await faults('zéQvọ́j7wkx'.normalize('NFC'))).toEqual([noSpecial])
    expect(await faults('zéQvọ́j7wkx'.normalize('NFD'))).toEqual([noSpecial])
  })

  test('all of the 3,000 that are tried first are called common', async () => {
    const first = dictionary['passwords-common'].slice(0, 3_000)
    const missed = await keep(first, async (password) => !(await faults(password)).includes(tooCommon))
    expect(missed).toEqual([])
  })

  test('the long ones of them stay common with a capital, a digit and an exclamation mark', async () => {
    const long = dictionary['passwords-common'].slice(0, 3_000).filter((word) => /^[a-z]{5,}$/.test(word))
    const dressed = long.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}2026!`)
    expect(long.length).toBeGreaterThan(1_000)
    expect(await keep(dressed, async (password) => !(await faults(password)).includes(tooCommon))).toEqual([])
  })

  test.each([
    'P@ssw0rd1!',
    'Welcome123!',
    'pa$$word99!',
    '$ecret-2026',
    '!!Dragon77',
    'Trustno1!',
    'Pässwörd-1',
    'ＰＡＳＳＷＯＲＤ１！',
    '1Qaz2wsx!',
  ])('%s is a common one in disguise', async (password) => {
    expect(await faults(password)).toContain(tooCommon)
  })

  test.each([
    'tigist.bekele@example.com1',
    'Tigist.Bekele-1',
    'bekele!2026',
    'B3k3l3!2026',
    'Olanrewaju-99',
    'Ọlánrewájú-99'.normalize('NFD'),
    'adebayo#1962',
    'Afro-Caribbean-1',
    'afro caribbean 1!',
    'AfroCaribbean2026!',
  ])('%s is the email, the name or the store', async (password) => {
    expect(await faults(password)).toContain(tooSimilar)
  })
})

describe('protects', () => {
  test('a name or word inside a longer password of one’s own is no harm', async () => {
    expect(await faults('bekele-likes-ripe-plantain-7')).toEqual([])
    expect(await faults('my dragon eats 3 mangoes!')).toEqual([])
  })

  test('short names are nobody’s password', async () => {
    expect(await passwordFaults('Ada-wK9-vjx', { email: 'a@b.example', first_name: 'Ada' })).toEqual([])
  })
})

async function keep<Item>(items: Item[], isWanted: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const wanted = await Promise.all(items.map(isWanted))
  return items.filter((_, index) => wanted[index])
}
