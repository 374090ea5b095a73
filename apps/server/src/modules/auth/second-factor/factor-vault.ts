import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps the secrets of authenticator apps unreadable for who has the database but not the secret key. */
export type FactorVault = {
  seal(customer_id: string, secret: string): Buffer
  /** Undefined where it was sealed with another key, or for somebody else. */
  open(customer_id: string, sealed: Buffer): string | undefined
}

const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM (NIST SP 800-38D) with a key made from the secret; bound to the account, so that no row fits another. */
export function createFactorVault(secretKey: string): FactorVault {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'crm second factor', 32))
  const options = { authTagLength: tagBytes }
  return {
    seal(customer_id, secret) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, options).setAAD(Buffer.from(customer_id))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(customer_id, sealed) {
      const nonce = sealed.subarray(0, nonceBytes)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, options)
        .setAAD(Buffer.from(customer_id))
        .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
      const text = decipher.update(sealed.subarray(nonceBytes + tagBytes))
      try {
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        // The tag does not fit: nothing of the text may be believed.
        return undefined
      }
    },
  }
}
