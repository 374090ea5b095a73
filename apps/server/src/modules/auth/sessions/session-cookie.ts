import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../../platform/errors.ts'
import { refreshSeconds } from './token-signer.ts'

/** The refresh token in a cookie that no script can read, for our own pages alone. */
export type SessionCookie = {
  /** Throws `token_not_valid` where there is none. */
  read(request: FastifyRequest): string
  write(reply: FastifyReply, refresh: string): void
  clear(reply: FastifyReply): void
}

const isOnThisMachine = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/**
 * Browsers take a `__Host-` cookie (RFC 6265bis, 4.1.3.2) by TLS, and from the machine itself without. Only a network
 * tried out without TLS gets a plain one; production refuses such a PUBLIC_URL.
 */
export function createSessionCookie(publicUrl: string): SessionCookie {
  const { protocol, hostname } = new URL(publicUrl)
  const secure = protocol === 'https:' || isOnThisMachine(hostname)
  const name = secure ? '__Host-session' : 'session'
  const options = { path: '/', httpOnly: true, secure, sameSite: 'strict' } as const
  const send = (reply: FastifyReply, value: string, maxAge: number) =>
    reply.header('set-cookie', stringifySetCookie({ name, value, maxAge, ...options }))

  return {
    read({ headers }) {
      checkOwnPage(headers)
      const value = parseCookie(headers.cookie ?? '')[name]
      if (!value) throw new AppError('token_not_valid', 'You are not signed in on this device.')
      return value
    },
    write: (reply, refresh) => void send(reply, refresh, refreshSeconds),
    clear: (reply) => void send(reply, '', 0),
  }
}

/**
 * The cookie comes along by itself, so whoever uses it must be a page of ours: it names itself in a header that no form
 * can send, and other sites' scripts only where the server's list of origins lets them.
 */
export function checkOwnPage(headers: FastifyRequest['headers']): void {
  const site = headers['sec-fetch-site']
  const isOurs = headers['x-requested-with'] === 'crm' && (site === undefined || site === 'same-origin')
  if (!isOurs) throw new AppError('cross_origin', 'Sessions of pages are for pages of this server.')
}
