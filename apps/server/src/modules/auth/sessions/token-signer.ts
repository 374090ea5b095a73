import { hkdfSync, randomUUID } from 'node:crypto'
import { createSigner, createVerifier } from 'fast-jwt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { AppError } from '../../../platform/errors.ts'

export const accessSeconds = 3_600
export const refreshSeconds = 86_400

const issuer = 'afro-caribbean-crm'
/** Every token of ours begins with these very bytes; one that names another algorithm, key or extension is not ours. */
const header = `${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')}.`

const wholeSeconds = z.int().min(0)
const common = {
  iss: z.literal(issuer),
  iat: wholeSeconds,
  exp: wholeSeconds,
  jti: z.string(),
  sid: z.uuid(),
}
const accessClaims = z.strictObject({
  token_type: z.literal('access'),
  aud: z.literal('api'),
  user_id: z.uuid(),
  ...common,
})
const refreshClaims = z.strictObject({
  token_type: z.literal('refresh'),
  aud: z.literal('refresh'),
  gen: wholeSeconds,
  ...common,
})

/** One step in the life of a session: the refresh token of this step is always the same text. */
export type SessionStep = { session_id: string; generation: number; rotated_at_seconds: number }

export type TokenSigner = {
  access(person: { customer_id: string; session_id: string }): string
  refresh(step: SessionStep): string
  /** Whose token it is. Throws `token_not_valid` for anything but an access token of ours that is still good. */
  readAccess(token: string): { customer_id: string; session_id: string }
  /** Which step it belongs to. Throws `token_not_valid` for anything but a refresh token of ours that is still good. */
  readRefresh(token: string): { session_id: string; generation: number }
}

/** JWTs by HMAC-SHA256 (RFC 7519; RFC 8725 for what is checked), each kind with a key of its own made from the secret. */
export function createTokenSigner(secret: string): TokenSigner {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `crm ${use} token`, 32))
  const kind = <Claims extends z.ZodType>(use: string, claims: Claims, refusal: AppErrorWords) => {
    const key = keyFor(use)
    const sign = createSigner({ key, algorithm: 'HS256' })
    const verify = createVerifier({ key, algorithms: ['HS256'], cache: false })
    return {
      sign: (payload: z.input<Claims> & object) => sign(payload),
      read(token: string): z.output<Claims> {
        const read = token.startsWith(header) ? readClaims(() => verify(token), claims) : undefined
        if (!read) throw new AppError('token_not_valid', refusal)
        return read
      },
    }
  }
  const access = kind('access', accessClaims, 'Given token not valid for any token type')
  const refresh = kind('refresh', refreshClaims, 'Token is invalid or expired')
  // A signature that was right stays right: only the end of the token is looked at again.
  const rightOnes = new LRUCache<string, z.output<typeof accessClaims>>({ max: 10_000 })

  return {
    access({ customer_id, session_id }) {
      const iat = Math.floor(Date.now() / 1_000)
      return access.sign({
        token_type: 'access',
        exp: iat + accessSeconds,
        iat,
        jti: randomUUID(),
        user_id: customer_id,
        sid: session_id,
        iss: issuer,
        aud: 'api',
      })
    },
    refresh: ({ session_id, generation, rotated_at_seconds: iat }) =>
      refresh.sign({
        token_type: 'refresh',
        exp: iat + refreshSeconds,
        iat,
        jti: `${session_id}.${generation}`,
        sid: session_id,
        gen: generation,
        iss: issuer,
        aud: 'refresh',
      }),
    readAccess(token) {
      const known = rightOnes.get(token)
      const isStillGood = known !== undefined && Date.now() < known.exp * 1_000
      const claims = isStillGood ? known : access.read(token)
      if (!isStillGood) rightOnes.set(token, claims)
      return { customer_id: claims.user_id, session_id: claims.sid }
    },
    readRefresh(token) {
      const { sid, gen } = refresh.read(token)
      return { session_id: sid, generation: gen }
    },
  }
}

type AppErrorWords = string

function readClaims<Claims extends z.ZodType>(
  verify: () => unknown,
  claims: Claims,
): z.output<Claims> | undefined {
  try {
    const parsed = claims.safeParse(verify())
    return parsed.success ? parsed.data : undefined
  } catch {
    // Not signed by us, out of date or not a token at all: all the same to the caller.
    return undefined
  }
}
