import type { Tokens } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/db/db.ts'
import { touchLastLogin } from '../../customers/index.ts'
import { type Device, insertSession } from './sessions.queries.ts'
import type { SessionStep, TokenSigner } from './token-signer.ts'

/** Begins a session on a device: the pair of tokens that stands for it. */
export async function openSession(
  tx: Tx,
  tokens: TokenSigner,
  customer_id: string,
  device: Device,
): Promise<Tokens> {
  const step = await insertSession(tx, { id: uuidv7(), customer_id, ...device })
  return tokenPair(tokens, customer_id, step)
}

/** The same for an account that was made just now, whose owner is signed in by that: it counts as their first sign-in. */
export async function openFirstSession(
  tx: Tx,
  tokens: TokenSigner,
  customer_id: string,
  device: Device,
): Promise<Tokens> {
  await touchLastLogin(tx, customer_id)
  return openSession(tx, tokens, customer_id, device)
}

export const tokenPair = (tokens: TokenSigner, customer_id: string, step: SessionStep): Tokens => ({
  refresh: tokens.refresh(step),
  access: tokens.access({ customer_id, session_id: step.session_id }),
})
