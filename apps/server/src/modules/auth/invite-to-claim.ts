import type { Invite } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { issueToken } from './one-time-tokens.ts'

/** Makes the link by which somebody whom staff added chooses a password; a job mails it. */
export const createInvitation =
  ({ makeToken }: Pick<AuthContext, 'makeToken'>): Invite =>
  (tx, customer) =>
    issueToken(tx, makeToken, { purpose: 'claim_account', customer })
