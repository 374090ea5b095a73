/** What the database's errors mean to us. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */

const lostCodes = new Set([
  '57P01', // admin_shutdown: somebody ended our session
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '3D000', // invalid_catalog_name: a restore is under way
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
])

/** pg has no codes for these. */
const lostMessages = [
  'Cannot use a pool after calling end on the pool',
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'Query read timeout',
  'timeout expired',
]

const busyCodes = new Set([
  '25006', // read_only_sql_transaction: a standby, or a primary being replaced
  '25P03', // idle_in_transaction_session_timeout
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled: the statement took too long
])

/** All connections are in use, and were for a while. */
export class NoTurn extends Error {
  constructor() {
    super('All database connections are in use.')
    this.name = 'NoTurn'
  }
}

const waitedForTurn = 'timeout exceeded when trying to connect'

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

function messageStarts(error: unknown, starts: readonly string[]): boolean {
  return error instanceof Error && starts.some((start) => error.message.startsWith(start))
}

/** The connection is gone or of no more use; another one may serve. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost)
  return lostCodes.has(codeOf(error) ?? '') || messageStarts(error, lostMessages)
}

/** The server no longer takes writes: after a failover every session to it must go. */
export const isReadOnly = (error: unknown) => codeOf(error) === '25006'

/** We waited for an answer in vain: the connection may be cut off, and asking again would wait again. */
export const isUnanswered = (error: unknown) => messageStarts(error, ['Query read timeout'])

/** The database can't serve this now; the same request may succeed in a moment. */
export function isUnavailable(error: unknown): boolean {
  return (
    error instanceof NoTurn ||
    isConnectionLost(error) ||
    busyCodes.has(codeOf(error) ?? '') ||
    messageStarts(error, [waitedForTurn])
  )
}

/** The row that is to be written is there already, by this unique index or constraint. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  return (
    codeOf(error) === '23505' &&
    error instanceof Error &&
    'constraint' in error &&
    error.constraint === constraint
  )
}
