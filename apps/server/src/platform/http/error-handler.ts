import { type ErrorCode, errorStatus, isSignInCode } from '@crm/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUnavailable } from '../db/database-errors.ts'
import { AppError, FieldErrors } from '../errors.ts'
import { StorageError } from '../storage/storage.ts'

/** What Fastify refuses by itself, in our words. */
const fromFastify: Record<string, [ErrorCode, string]> = {
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['bad_request', 'The body is not as long as the request says.'],
  FST_ERR_BAD_URL: ['bad_request', 'The address has a broken escape sequence.'],
  FST_ERR_ASYNC_CONSTRAINT: ['bad_request', 'The request can not be routed.'],
}

/** The one place where an error becomes an answer: a refusal in its shape, anything else a 500 that tells nothing. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply))
}

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  // Whatever the answer was going to be, and for how long: what went wrong is kept by nobody.
  reply.header('cache-control', 'no-store')
  if (error instanceof FieldErrors)
    return error.validationContext === 'params'
      ? refuse(reply, new AppError('not_found'))
      : reply.code(400).send(error.fields)
  const refusal = error instanceof AppError ? error : knownRefusal(error, request)
  if (refusal) return refuse(reply, refusal)

  request.log.error({ err: error, request_id: request.id }, 'a request failed')
  return reply.code(500).send({ detail: 'Something went wrong on our side.', request_id: request.id })
}

function knownRefusal(error: FastifyError, request: FastifyRequest): AppError | undefined {
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const type = String(request.headers['content-type'] ?? '').slice(0, 100)
    return new AppError('unsupported_media_type', `Unsupported media type "${type}" in request.`)
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const megabytes = request.routeOptions.bodyLimit / 1_048_576
    return new AppError('payload_too_large', `The body is larger than ${megabytes} MB.`)
  }
  const [code, detail] = fromFastify[error.code] ?? []
  if (code) return new AppError(code, detail)
  if (isUnavailable(error)) {
    request.log.warn({ err: error, request_id: request.id }, 'the database could not serve a request')
    return new AppError('unavailable', undefined, { cause: error, retryAfterSeconds: 1 })
  }
  if (error instanceof StorageError) {
    request.log.warn({ err: error, request_id: request.id }, 'the storage could not serve a request')
    const detail = 'Pictures can not be kept or shown just now. Try again in a moment.'
    return new AppError('unavailable', detail, { cause: error, retryAfterSeconds: 5 })
  }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new AppError('bad_request', 'The request can not be read.', { cause: error })
  return undefined
}

function refuse(reply: FastifyReply, { code, message, retryAfterSeconds }: AppError) {
  if (errorStatus[code] === 401 && !isSignInCode(code)) reply.header('www-authenticate', 'Bearer realm="api"')
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds))
  reply.code(errorStatus[code])
  if (code === 'invalid_credentials') return reply.send({ error: message })
  if (isSignInCode(code)) return reply.send({ error: message, code })
  // What was not served for our sake is quoted when it is reported, as a fault is.
  const { id: request_id } = reply.request
  return reply.send({ detail: message, code, ...(code === 'unavailable' ? { request_id } : {}) })
}
