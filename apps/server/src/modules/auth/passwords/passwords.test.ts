import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { hashSync } from '@node-rs/argon2'
import { afterAll, describe, expect, test } from 'vitest'
import { createPasswords } from './passwords.ts'

const passwords = createPasswords()
afterAll(() => passwords.close())

/** As Django makes them: `PBKDF2PasswordHasher` and `Argon2PasswordHasher` with their defaults of version 5.2. */
const djangoPbkdf2 = (password: string, iterations = 1_000_000) =>
  `pbkdf2_sha256$${iterations}$saltSALTsalt12$${pbkdf2Sync(password, 'saltSALTsalt12', iterations, 32, 'sha256').toString('base64')}`
const djangoArgon2 = (password: string) =>
  `argon2${hashSync(password, { memoryCost: 102_400, timeCost: 2, parallelism: 8, salt: randomBytes(16) })}`

describe('works', () => {
  test('what was typed is right, anything else is wrong', async () => {
    const hash = await passwords.hash('SecurePass123!')
    expect(await passwords.verify('SecurePass123!', hash)).toBe(true)
    expect(await passwords.verify('securePass123!', hash)).toBe(false)
  })

  test('what looks the same is the same, whichever keyboard typed it', async () => {
    const hash = await passwords.hash('Ẹ̀kọ́-7-ẹ̀bá'.normalize('NFC'))
    expect(await passwords.verify('Ẹ̀kọ́-7-ẹ̀bá'.normalize('NFD'), hash)).toBe(true)
  })

  test.each([
    ['PBKDF2', djangoPbkdf2],
    ['Argon2', djangoArgon2],
  ])('a %s hash of Django is understood', async (_, make) => {
    const hash = make(' Ọlá likes 3 mangoes')
    expect(await passwords.verify(' Ọlá likes 3 mangoes', hash)).toBe(true)
    expect(await passwords.verify('Ọlá likes 3 mangoes', hash)).toBe(false)
  })
})

describe('refuses', () => {
  test('nobody’s password is never right', async () => {
    expect(await passwords.verify('', undefined)).toBe(false)
    expect(await passwords.verify('', '')).toBe(false)
  })

  test.each([
    '!unusable',
    'pbkdf2_sha256$$$',
    'pbkdf2_sha256$0$salt$',
    'md5$salt$5f4dcc3b5aa765d61d8327deb882cf99',
  ])('%s is nobody’s hash', async (hash) => {
    expect(await passwords.verify('password', hash)).toBe(false)
  })

  test('who comes when too many wait is asked to come back', async () => {
    const small = createPasswords({ threads: 1 })
    const answers = await Promise.allSettled(Array.from({ length: 30 }, () => small.hash('SecurePass123!')))
    await small.close()
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'unavailable', retryAfterSeconds: 1 })
  })

  test('who has waited too long for a turn is asked to come back', async () => {
    const slow = createPasswords({ threads: 1, patienceMs: 5 })
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => slow.hash('SecurePass123!')))
    await slow.close()
    expect(answers.at(-1)).toMatchObject({
      status: 'rejected',
      reason: { code: 'unavailable', retryAfterSeconds: 1 },
    })
  })
})

describe('protects', () => {
  test('hashes are Argon2id at no less than 46 MiB and one pass', async () => {
    const hash = await passwords.hash('SecurePass123!')
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(hash) ?? []
    expect(Number(memory)).toBeGreaterThanOrEqual(47_104)
    expect(Number(passes)).toBeGreaterThanOrEqual(1)
  })

  test('two hashes of one password differ', async () => {
    expect(await passwords.hash('SecurePass123!')).not.toBe(await passwords.hash('SecurePass123!'))
  })

  test('nothing is cut: passwords that differ after 72 bytes differ', async () => {
    const hash = await passwords.hash(`${'a1-'.repeat(24)}abcdefgh`)
    expect(await passwords.verify(`${'a1-'.repeat(24)}abcdefgX`, hash)).toBe(false)
  })

  test('nothing is trimmed: a space at the start or end belongs to it', async () => {
    const hash = await passwords.hash(' SecurePass123!')
    expect(await passwords.verify('SecurePass123!', hash)).toBe(false)
    expect(await passwords.verify(' SecurePass123! ', hash)).toBe(false)
  })

  test('an unknown kind of hash takes as long as a real one', async () => {
    const hash = await passwords.hash('SecurePass123!')
    const spans: number[][] = [[], []]
    for (let round = 0; round < 9; round += 1)
      for (const [kind, stored] of [hash, '!unusable'].entries()) {
        const start = performance.now()
        await passwords.verify('Wrong-Pass-1!', stored)
        spans[kind]?.push(performance.now() - start)
      }
    const [real = 0, other = 0] = spans.map((all) => all.sort((one, two) => one - two)[4])
    expect(other).toBeGreaterThan(real / 2)
  })
})
