/** What the server says no with. Programs decide by `code`; people read `detail`, or what `fields` says beside each field. */
export class Refusal extends Error {
  /** HTTP status, or 0 when there was no answer. */
  readonly status: number
  /** From the contract; `offline` when there was no answer, `invalid` where `fields` speak. */
  readonly code: string
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly retryAfterSeconds: number | undefined
  /** To be quoted when a fault is reported. */
  readonly requestId: string | undefined

  constructor(given: {
    status: number
    code: string
    detail?: string
    fields?: Record<string, readonly string[]>
    retryAfterSeconds?: number
    requestId?: string
    cause?: unknown
  }) {
    super(given.detail ?? given.code, { cause: given.cause })
    this.name = 'Refusal'
    this.status = given.status
    this.code = given.code
    this.fields = given.fields ?? {}
    this.retryAfterSeconds = given.retryAfterSeconds
    this.requestId = given.requestId
  }
}

/** Reads a refusal in any of the shapes of the API. */
export function refusalOf(status: number, headers: Headers, body: unknown): Refusal {
  const facts = isRecord(body) ? body : {}
  const { detail, code, error, request_id } = facts
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN)
  const common = {
    status,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
    requestId: typeof request_id === 'string' ? request_id : (headers.get('x-request-id') ?? undefined),
  }
  if (typeof detail === 'string')
    return new Refusal({ ...common, detail, code: typeof code === 'string' ? code : 'internal_error' })
  if (typeof error === 'string')
    return new Refusal({
      ...common,
      detail: error,
      code: typeof code === 'string' ? code : 'invalid_credentials',
    })
  const fields = Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string[]] => Array.isArray(entry[1])),
  )
  return new Refusal({ ...common, code: 'invalid', fields })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
