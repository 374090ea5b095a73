import { z } from 'zod'

/** Every refusal that the API knows, and its HTTP status. Clients switch on the code. */
export const errorStatus = {
  parse_error: 400,
  disallowed_host: 400,
  bad_request: 400,
  invalid_credentials: 401,
  otp_required: 401,
  otp_invalid: 401,
  not_authenticated: 401,
  token_not_valid: 401,
  permission_denied: 403,
  cross_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  conflict: 409,
  email_taken: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  headers_too_large: 431,
  throttled: 429,
  internal_error: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

/** What refuses a sign-in has an `error` for people; the first has no code, as it never had. */
const signInCodes: readonly ErrorCode[] = ['invalid_credentials', 'otp_required', 'otp_invalid']
export const isSignInCode = (code: ErrorCode): boolean => signInCodes.includes(code)

/** Messages by field; `non_field_errors` for the object as a whole. */
export const fieldErrors = z.record(z.string(), z.array(z.string())).meta({
  id: 'FieldErrors',
  description: 'Every wrong field with every reason. `non_field_errors` speaks of the object as a whole.',
  examples: [{ email: ['Enter a valid email address.'], password: ['This password is too common.'] }],
})

export type RefusalStatus = Exclude<(typeof errorStatus)[ErrorCode], 500 | 503>

const detail = 'Why the request was refused: a sentence for people, a code for programs.'
const codesWith = (status: number) =>
  (Object.keys(errorStatus) as ErrorCode[]).filter((code) => errorStatus[code] === status)

/** The body of a refusal with this status: only the codes that it may carry. */
export const refusalWith = (status: RefusalStatus) => {
  const codes = codesWith(status).filter((code) => !isSignInCode(code))
  return z
    .object({ detail: z.string(), code: z.enum(codes as [ErrorCode, ...ErrorCode[]]) })
    .meta({ id: `Refusal${status}`, description: detail })
}

/** What a route declares that may refuse for what is already so. */
export const conflict = refusalWith(409)

/** What a route declares that takes a token which may stand for nothing. */
export const notFound = refusalWith(404)

export const wrongCredentials = z
  .object({ error: z.string(), code: z.enum(['otp_required', 'otp_invalid']).optional() })
  .meta({
    id: 'WrongCredentials',
    description: 'With a code where the password was right: a code of the second step is missing or wrong.',
    examples: [{ error: 'Invalid credentials' }],
  })

export const fault = z.object({ detail: z.string(), request_id: z.string() }).meta({
  id: 'Fault',
  description: 'Our fault. Quote the request id when you report it.',
  examples: [
    {
      detail: 'Something went wrong on our side.',
      request_id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    },
  ],
})

export const outage = z
  .object({ detail: z.string(), code: z.literal('unavailable'), request_id: z.string() })
  .meta({ id: 'Outage', description: 'Nothing was done. The same request may succeed in a moment.' })
