import type { FastifyRequest } from 'fastify'
import { actorOf } from '../../../platform/http/principal.ts'
import type { Device } from './sessions.queries.ts'

/** What a request says of the device it comes from, for the list of sessions. */
export const deviceOf = (request: FastifyRequest): Device => ({
  device: [...(request.headers['user-agent'] ?? '').toWellFormed().replaceAll('\0', '')]
    .slice(0, 300)
    .join(''),
  address: actorOf(request).address,
})
