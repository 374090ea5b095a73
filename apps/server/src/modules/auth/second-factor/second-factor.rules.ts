import { createHash, randomInt } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'

const stepSeconds = 30
export const recoveryCodeCount = 10

/** A fresh secret of 160 bits, as base32. */
export const newSecret = (): string => generateSecret()

/** What a QR code for an authenticator app holds; the app shows the store's name above the code. */
export const uriOf = (secret: string, { store, label }: { store: string; label: string }): string =>
  // A colon parts the two names for the apps.
  generateURI({ issuer: store.replaceAll(':', ' '), label, secret })

const isAppCode = (typed: string) => /^\d{6}$/.test(typed)

/** What was typed, without what people put between the characters. */
export const tidy = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toLowerCase()

/**
 * The half minute (RFC 6238: time step) that a code belongs to, of now, the one before and the one after; undefined
 * when it is the code of none. A clock may be that much off, and a code may take that long to type.
 */
export function stepOf(secret: string, code: string, nowMs = Date.now()): number | undefined {
  if (!isAppCode(code)) return undefined
  const found = verifySync({
    secret,
    token: code,
    epoch: Math.floor(nowMs / 1_000),
    period: stepSeconds,
    epochTolerance: stepSeconds,
  })
  return found.valid && 'timeStep' in found ? found.timeStep : undefined
}

/** Without i, l, o and u, which are taken for others or make words (Crockford's base 32). */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const codeLength = 16

/** Ten codes of 80 bits, in groups of four. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: codeLength }, () => letters[randomInt(letters.length)])
      .join('')
      .replaceAll(/(.{4})(?=.)/g, '$1-'),
  )

/** 80 random bits are not to be guessed, so a plain hash will do. Undefined for what can be no recovery code. */
export function recoveryHash(customer_id: string, typed: string): Buffer | undefined {
  const code = tidy(typed).replaceAll('o', '0').replaceAll(/[il]/g, '1')
  if (code.length !== codeLength) return undefined
  return createHash('sha256').update(`${customer_id} ${code}`).digest()
}
