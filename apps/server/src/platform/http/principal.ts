import { isIPv6 } from 'node:net'
import type { Permission, Role } from '@crm/contract'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { invariant } from '../errors.ts'

/** Who is signed in: found from the token, checked against the database. */
export type Principal = { customer_id: string; session_id: string; role: Role | null }

/** Finds who a bearer token speaks for, or refuses it. */
export type Authenticate = (token: string) => Promise<Principal> | Principal

/** What is counted against a limit of its own instead of the general one. `none` is for what monitors ask. */
export type LimitScope = 'general' | 'login' | 'register' | 'none'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this. A route without one keeps the app from starting. */
    permission?: Permission
    limit?: LimitScope
    /** Set where an access token that is no longer good must not be in the way. */
    ignoresToken?: boolean
    /** Media types of a body that is a file. */
    takes?: readonly string[]
    /** Not part of the documented API: pages for people, and the documentation itself. */
    isPage?: boolean
  }
  interface FastifyRequest {
    principal: Principal | null
  }
}

/** The signed-in person of a route whose permission asks for one. */
export function principalOf(request: FastifyRequest): Principal {
  invariant(request.principal, 'a route that needs a person is public')
  return request.principal
}

export function actorOf({ principal, ip, id }: FastifyRequest): Actor {
  return {
    id: principal?.customer_id ?? null,
    role: principal ? (principal.role ?? 'customer') : 'anonymous',
    address: plainAddress(ip),
    request_id: id,
  }
}

/** A request whose connection was reset meanwhile has no address any more. */
const plainAddress = (ip: string | undefined) => (ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '')

/** What stands for an anonymous caller: the IPv4 address, or the network of an IPv6 one, where one person has 2^64. */
export function callerKey(ip: string): string {
  const address = plainAddress(ip)
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const heads = head.split(':').filter(Boolean)
  const tails = tail.split(':').filter(Boolean)
  const gap = address.includes('::') ? Array<string>(8 - heads.length - tails.length).fill('0') : []
  return `${[...heads, ...gap, ...tails].slice(0, 4).join(':')}::/64`
}
