import type { FastifyInstance } from 'fastify'

const preflightHeaders = {
  'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
  'access-control-allow-headers':
    'accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, x-csrftoken, x-requested-with',
  'access-control-max-age': '86400',
}

/**
 * Lets pages of the listed origins read our answers, by the CORS protocol of https://fetch.spec.whatwg.org. To others
 * nothing is said, which a browser takes for a no.
 */
export function answerCrossOrigin(app: FastifyInstance, allowedOrigins: readonly string[]): void {
  if (allowedOrigins.length === 0) return
  app.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'Origin')
    const { origin } = request.headers
    if (origin === undefined || !allowedOrigins.includes(origin)) return undefined
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after, x-request-id',
    })
    const isPreflight =
      request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
    return isPreflight ? reply.headers(preflightHeaders).code(204).send() : undefined
  })
}
