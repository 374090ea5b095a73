import { FieldErrors } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { getCustomer, type RequestEmailChange } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { issueToken } from './one-time-tokens.ts'
import { withAccountProof } from './second-factor/prove-account.ts'

/** Asking for a new address: the account is proven, then a link is mailed there. The old one counts until it is followed. */
export const createEmailChange =
  (context: AuthContext): RequestEmailChange =>
  async (actor, { email, password, ...proof }, change) => {
    if (password === undefined)
      throw new FieldErrors({ password: ['Enter your password to change the email.'] })
    return withAccountProof(context, actor, { ...proof, password }, async (tx) => {
      const { customer_id } = proof
      const result = await change(tx)
      const customer = await getCustomer(tx, customer_id)
      await issueToken(tx, context.makeToken, { purpose: 'change_email', customer, mailTo: email })
      await recordEvent(tx, actor, { name: 'auth.email_change_requested', customer_id })
      return result
    })
  }
