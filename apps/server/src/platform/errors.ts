import type { ErrorCode } from '@crm/contract'

const defaultDetail: Partial<Record<ErrorCode, string>> = {
  not_authenticated: 'Authentication credentials were not provided.',
  token_not_valid: 'Given token not valid for any token type',
  permission_denied: 'You do not have permission to perform this action.',
  not_found: 'Not found.',
  unavailable: 'The service is busy or its database is away. Try again in a moment.',
}

/** A refusal that the person is told: a code from the contract and a sentence that says what to do. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Whole seconds after which another try makes sense. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ErrorCode,
    detail = defaultDetail[code] ?? code,
    options: ErrorOptions & { retryAfterSeconds?: number } = {},
  ) {
    super(detail, options)
    this.name = 'AppError'
    this.code = code
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** A refusal that names what is wrong, field by field. */
export class FieldErrors extends Error {
  readonly fields: Record<string, string[]>

  constructor(fields: Record<string, string[]>) {
    super('Some fields are not right.')
    this.name = 'FieldErrors'
    this.fields = fields
  }
}

const brokenInvariant = 'Invariant broken: '

/** For what cannot be: a broken invariant is a bug, never a refusal. */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(brokenInvariant + sentence)
}

export const isInvariant = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith(brokenInvariant)
