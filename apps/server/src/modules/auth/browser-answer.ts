import type { BrowserSession, Person, Tokens } from '@crm/contract'
import type { FastifyReply } from 'fastify'
import type { Db } from '../../platform/db/db.ts'
import { getCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { createSessionCookie, type SessionCookie } from './sessions/session-cookie.ts'
import { accessSeconds } from './sessions/token-signer.ts'

/** How a page of ours is told that somebody is signed in now: the refresh token goes into the cookie, never into the body. */
export type PageAnswer = {
  cookie: SessionCookie
  answer(reply: FastifyReply, pair: Tokens): Promise<BrowserSession>
}

export function createPageAnswer(
  { db, tokens }: Pick<AuthContext, 'db' | 'tokens'>,
  publicUrl: string,
): PageAnswer {
  const cookie = createSessionCookie(publicUrl)
  return {
    cookie,
    async answer(reply, pair) {
      const { customer_id } = tokens.readAccess(pair.access)
      cookie.write(reply, pair.refresh)
      return { access: pair.access, expires_in: accessSeconds, person: await personOf(db, customer_id) }
    },
  }
}

async function personOf(db: Db, customer_id: string): Promise<Person> {
  const { id, email, first_name, full_name, preferred_language, profile_picture, is_verified, role } =
    await getCustomer(db, customer_id)
  return { id, email, first_name, full_name, preferred_language, profile_picture, is_verified, role }
}
