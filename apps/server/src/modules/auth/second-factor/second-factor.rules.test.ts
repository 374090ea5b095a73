import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createFactorVault } from './factor-vault.ts'
import { newRecoveryCodes, newSecret, recoveryHash, stepOf, tidy, uriOf } from './second-factor.rules.ts'

/** "12345678901234567890" in base32, and the last six digits of the codes of RFC 6238, appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const vectors: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
]

describe('codes', () => {
  test.each(vectors)(
    'at %d seconds the code is %s, also half a minute off, and no longer after',
    (at, code) => {
      const step = Math.floor(at / 30)
      for (const off of [-1, 0, 1]) expect(stepOf(secret, code, (step + off) * 30_000)).toBe(step)
      for (const off of [-2, 2, 10].filter((one) => step + one >= 0))
        expect(stepOf(secret, code, (step + off) * 30_000)).toBeUndefined()
    },
  )

  test.each(['', '28708', '2870820', 'abcdef', '٢٨٧٠٨٢', '-28708', '28.082'])('%j is none', (code) => {
    expect(stepOf(secret, code, 59_000)).toBeUndefined()
  })

  test('what people put between the digits does not matter', () => {
    expect(['287 082', ' 287-082 ', '２８７０８２', '287–082'].map(tidy)).toEqual(Array(4).fill('287082'))
  })

  test('secrets have 160 bits and are never the same; apps read them from an address', () => {
    const secrets = Array.from({ length: 50 }, newSecret)
    expect(new Set(secrets).size).toBe(50)
    for (const one of secrets) expect(one).toMatch(/^[A-Z2-7]{32}$/)
    const uri = new URL(uriOf(secret, { store: 'Mama Adé: Foods', label: 'ọlá+shop@example.com' }))
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp'])
    expect(decodeURIComponent(uri.pathname)).toBe('/Mama Adé  Foods:ọlá+shop@example.com')
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, issuer: 'Mama Adé  Foods' })
  })
})

describe('recovery codes', () => {
  test('are ten, of letters that are not mistaken for each other, never the same', () => {
    const codes = Array.from({ length: 20 }, newRecoveryCodes).flat()
    expect([codes.length, new Set(codes).size]).toEqual([200, 200])
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
  })

  test('are the same however they are typed, and another’s are not', () => {
    const hash = recoveryHash('a', '01ab-cdef-ghjk-mnpq')
    for (const typed of ['01ABCDEFGHJKMNPQ', 'oLab cdef ghjk mnpq', 'OIab–cdef—ghjk-mnpq'])
      expect(recoveryHash('a', typed)).toEqual(hash)
    expect(recoveryHash('b', '01ab-cdef-ghjk-mnpq')).not.toEqual(hash)
    for (const typed of ['', '123456', '01ab-cdef-ghjk-mnp', '01ab-cdef-ghjk-mnpqr'])
      expect(recoveryHash('a', typed)).toBeUndefined()
  })
})

describe('the vault', () => {
  const vault = createFactorVault('a secret key of a test')

  test('opens what it sealed, which never looks the same', () => {
    const sealed = vault.seal('a', secret)
    expect(vault.open('a', sealed)).toBe(secret)
    expect(vault.seal('a', secret)).not.toEqual(sealed)
    expect(sealed.toString('latin1')).not.toContain(secret)
  })

  test('opens nothing that was changed, is of another account, or was sealed with another key', () => {
    const sealed = vault.seal('a', secret)
    for (const at of [0, 12, 28, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(vault.open('a', changed)).toBeUndefined()
    }
    expect(vault.open('b', sealed)).toBeUndefined()
    expect(vault.open('a', randomBytes(60))).toBeUndefined()
    expect(createFactorVault('another key').open('a', sealed)).toBeUndefined()
  })
})
