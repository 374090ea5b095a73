import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Checks the signature (HS256) and the end of a bearer token and tells whose it is; not whether the session lives. */
export const createTokenReader =
  (key: KeyObject) =>
  (request: IncomingMessage): string => {
    const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
    const [header, payload = '', signature = ''] = token.split('.')
    const expected = createHmac('sha256', key).update(`${header}.${payload}`).digest()
    const given = Buffer.from(signature, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new Error('bad signature')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    if (claims.exp * 1_000 < Date.now()) throw new Error('too old')
    return claims.user_id
  }
