import type { Tokens } from '@crm/contract'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { recordEvent } from '../../audit/index.ts'
import type { AuthContext } from '../context.ts'
import { tokenPair } from './open-session.ts'
import { type Device, endSessions, lockLiveSession, rotateSession } from './sessions.queries.ts'

/** How long the token before the newest may come again: for a lost answer, and for tabs that ask at the same moment. */
const graceSeconds = 30

/**
 * Swaps a refresh token for the next pair. A token that was swapped already gives the same next token again within the
 * grace, as long as that one was not used; later it is taken for stolen, and the whole session ends (RFC 9700, 4.14.2).
 */
export async function refreshSession(
  { db, tokens }: AuthContext,
  actor: Actor,
  refreshToken: string,
  device: Device,
): Promise<Tokens> {
  const claims = tokens.readRefresh(refreshToken)
  const outcome = await db.transaction().execute((tx) => decide(tx, actor, claims, device))
  // The end of a stolen session must be committed, so it is refused only out here.
  if (outcome.kind === 'refused') throw new AppError('token_not_valid', 'Token is invalid or expired')
  return tokenPair(tokens, outcome.customer_id, outcome.step)
}

async function decide(
  tx: Tx,
  actor: Actor,
  { session_id, generation }: { session_id: string; generation: number },
  device: Device,
) {
  const session = await lockLiveSession(tx, session_id)
  if (!session || generation > session.generation) return { kind: 'refused' } as const
  const { customer_id } = session
  const own = { ...actor, id: customer_id }

  if (generation === session.generation) {
    const step = await rotateSession(tx, session_id, device)
    await recordEvent(tx, own, { name: 'auth.session_refreshed', customer_id, detail: { session_id } })
    return { kind: 'refreshed', customer_id, step } as const
  }
  if (generation === session.generation - 1 && session.seconds_since_rotation <= graceSeconds)
    return { kind: 'refreshed', customer_id, step: session } as const

  await endSessions(tx, customer_id, 'replayed', session_id)
  await recordEvent(tx, actor, { name: 'auth.refresh_replayed', customer_id, detail: { session_id } })
  return { kind: 'refused' } as const
}
