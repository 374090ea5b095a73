import { z } from 'zod'

/** Every refusal that the API knows, and its HTTP status. Clients switch on the code. */
export const errorStatus = {
  invalid: 400,
  parse_error: 400,
  disallowed_host: 400,
  bad_request: 400,
  invalid_credentials: 401,
  not_authenticated: 401,
  token_not_valid: 401,
  permission_denied: 403,
  cross_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  email_taken: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  uri_too_long: 414,
  headers_too_large: 431,
  throttled: 429,
  internal_error: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

/** Messages by field; `non_field_errors` for the object as a whole. */
export const fieldErrors = z.record(z.string(), z.array(z.string())).meta({
  id: 'FieldErrors',
  description: 'Every wrong field with every reason. `non_field_errors` speaks of the object as a whole.',
  examples: [{ email: ['Enter a valid email address.'], password: ['This password is too common.'] }],
})

export const refusal = z
  .object({
    detail: z.string(),
    code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  })
  .meta({
    id: 'Refusal',
    description: 'Why the request was refused: a sentence for people, a code for programs.',
    examples: [{ detail: 'Not found.', code: 'not_found' }],
  })

export const wrongCredentials = z
  .object({ error: z.string() })
  .meta({ id: 'WrongCredentials', examples: [{ error: 'Invalid credentials' }] })

export const fault = z
  .object({ detail: z.string(), request_id: z.string() })
  .meta({ id: 'Fault', description: 'Our fault. Quote the request id when you report it.' })
