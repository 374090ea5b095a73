import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError, FieldErrors } from '../errors.ts'

/** In this part of the app a body is a file of one of these types and nothing else, not compressed, in no form around it. */
export function takeFiles(scope: FastifyInstance, types: readonly string[]): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    [...types],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const encoding = request.headers['content-encoding'] ?? 'identity'
      if (encoding !== 'identity')
        throw new AppError('unsupported_media_type', 'Send the body as it is, not compressed.')
      return body
    },
  )
}

/** The file that was sent; field errors under this name where there is none. */
export function fileOf(body: unknown, field: string): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body
  throw new FieldErrors({ [field]: ['Choose a file.'] })
}
