import { LRUCache } from 'lru-cache'
import type { Db } from '../../../platform/db/db.ts'
import { type Listener, listen } from '../../../platform/db/listener.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Authenticate, Principal } from '../../../platform/http/principal.ts'
import { readSessionOwner } from './sessions.queries.ts'
import type { TokenSigner } from './token-signer.ts'

/** How long an answer of the database is believed at most, should its message of a change be lost. */
const believedForMs = 15_000

export type Authenticator = { authenticate: Authenticate; close(): Promise<void> }

type AuthenticatorOptions = {
  db: Db
  tokens: TokenSigner
  databaseUrl: string
  onError: (error: unknown) => void
}

/**
 * Finds who a token speaks for. Answers are remembered per customer and forgotten, in every process, at the moment
 * that a session ends, a role changes or an account is switched off: the database tells. While it can't be heard,
 * nothing is remembered and every request asks.
 */
export function createAuthenticator({
  db,
  tokens,
  databaseUrl,
  onError,
}: AuthenticatorOptions): Authenticator {
  const known = new LRUCache<string, Map<string, Principal>>({ max: 20_000, ttl: believedForMs })
  /**
   * Counts what was heard, and when hearing ended: an answer that was asked for before is not remembered after, nor is
   * one that was asked for while nothing was heard.
   */
  let epoch = 0

  const listener: Listener = listen({
    url: databaseUrl,
    channel: 'access_changed',
    onMessage(customer_id) {
      epoch += 1
      known.delete(customer_id)
    },
    onDeaf() {
      epoch += 1
      known.clear()
    },
    onError,
  })

  const ask = async (customer_id: string, session_id: string): Promise<Principal> => {
    const isHeard = listener.isListening()
    const askedIn = epoch
    const { rows } = await readSessionOwner(db, session_id)
    const [owner] = rows
    if (!owner || owner.customer_id !== customer_id) throw new AppError('token_not_valid')
    const principal = { customer_id, session_id, role: owner.role }
    if (isHeard && askedIn === epoch) {
      const sessions = known.get(customer_id) ?? new Map<string, Principal>()
      sessions.set(session_id, principal)
      if (!known.has(customer_id)) known.set(customer_id, sessions)
    }
    return principal
  }

  return {
    authenticate(token) {
      const { customer_id, session_id } = tokens.readAccess(token)
      return known.get(customer_id)?.get(session_id) ?? ask(customer_id, session_id)
    },
    close: () => listener.close(),
  }
}
