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
  if (storedHash === undefined) return hashSync(normalised(password), cost)
  if (storedHash === '') return verifySync(nobody, normalised(password)) && false
  return storedHash.startsWith('$')
    ? verifySync(storedHash, normalised(password))
    : verifyDjango(storedHash, password)
}

// The thread pool calls the default export of its worker.
// biome-ignore lint/style/noDefaultExport: required by piscina
export default hashPasswords

/** Passwords that came over from the Django system: `argon2$…` and `pbkdf2_sha256$iterations$salt$hash`. */
function verifyDjango(storedHash: string, password: string): boolean {
  const [algorithm, ...rest] = storedHash.split('$')
  if (algorithm === 'argon2') return verifySync(`$${rest.join('$')}`, password)
  const [iterations = '', salt = '', expected = ''] = rest
  if (algorithm !== 'pbkdf2_sha256' || !/^\d{1,8}$/.test(iterations)) return false
  const wanted = Buffer.from(expected, 'base64')
  const actual = pbkdf2Sync(password, salt, Number(iterations), 32, 'sha256')
  return wanted.length === actual.length && timingSafeEqual(wanted, actual)
}
