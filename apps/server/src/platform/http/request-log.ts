import type { FastifyInstance } from 'fastify'

/** One line for each request: the pattern of its route, never its address, query or body, where people's names are. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, id: request_id } = request
    const route = request.is404 ? 'unknown' : request.routeOptions.url
    const facts = { method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), request_id }
    if (reply.statusCode >= 500) request.log.warn(facts, 'request')
    else request.log.debug(facts, 'request')
    done()
  })
}
