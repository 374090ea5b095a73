import { pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { hashSync, verifySync } from '@node-rs/argon2'

/** Argon2id at the least that ASVS 5.0, appendix C, allows: 46 MiB, one pass, one lane. */
export const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** Without `storedHash`: make one. With it: compare; an empty one stands for nobody and is never right. */
export type HashingTask = { password: string; storedHash?: string }

/** NIST SP 800-63B: what looks the same is the same, whichever keyboard typed it. */
const normalised = (password: string) => password.normalize('NFKC')

/** Never matched: takes the time of a real one. */
const nobody = hashSync(crypto.randomUUID(), cost)

function hashPasswords({ password, storedHash }: HashingTask): string | boolean {
  return storedHash === undefined ? hashSync(normalised(password), cost) : isRight(password, storedHash)
}

// The thread pool calls the default export of its worker.
// biome-ignore lint/style/noDefaultExport: required by piscina
export default hashPasswords

function isRight(password: string, storedHash: string): boolean {
  if (storedHash.startsWith('$argon2')) return verifySync(storedHash, normalised(password))
  // From the Django system, which did not normalise: `argon2$argon2id$…` and `pbkdf2_sha256$iterations$salt$hash`.
  if (storedHash.startsWith('argon2$')) return verifySync(storedHash.slice('argon2'.length), password)
  const [, iterations, salt = '', hash = ''] =
    /^pbkdf2_sha256\$(\d{1,8})\$([^$]+)\$([^$]+)$/.exec(storedHash) ?? []
  if (iterations) return isPbkdf2(password, { iterations: Number(iterations), salt, hash })
  return verifySync(nobody, normalised(password)) && false
}

function isPbkdf2(
  password: string,
  { iterations, salt, hash }: { iterations: number; salt: string; hash: string },
): boolean {
  const wanted = Buffer.from(hash, 'base64')
  const actual = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  return wanted.length === actual.length && timingSafeEqual(wanted, actual)
}
