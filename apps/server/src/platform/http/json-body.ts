import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parse } from 'secure-json-parse'
import { AppError } from '../errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** Bodies are JSON in UTF-8 and nothing else, not compressed. An empty body is an empty object; `__proto__` is dropped like any unknown field. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const encoding = request.headers['content-encoding'] ?? 'identity'
      if (encoding !== 'identity')
        throw new AppError('unsupported_media_type', 'Send the body as it is, not compressed.')
      if (body.length === 0) return {}
      try {
        return parse(utf8.decode(body), { protoAction: 'remove', constructorAction: 'remove' })
      } catch (cause) {
        throw new AppError('parse_error', `JSON parse error - ${reason(cause)}`, { cause })
      }
    },
  )
  // No body is an empty one too; `null` is neither.
  app.addHook('preValidation', async (request) => {
    if (request.body === undefined) request.body = {}
  })
}

/** Where it broke, without the text around it: that may be a password. */
function reason(cause: unknown): string {
  const position =
    cause instanceof Error ? /at position \d+( \(line \d+ column \d+\))?/.exec(cause.message)?.[0] : undefined
  if (cause instanceof TypeError) return 'the body is not UTF-8'
  return position ? `unexpected character ${position}` : 'the body is not complete JSON'
}
