import { FieldErrors } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { getCustomer, type RequestEmailChange } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { issueToken } from './one-time-tokens.ts'
import { checkOwnPassword, notYourPassword } from './passwords/check-password.ts'
import { findPasswordHash, lockAccount } from './passwords/credentials.queries.ts'

/** The two steps of asking for a new address: the password, then a link mailed there. The old one counts until it is followed. */
export function createEmailChange(context: AuthContext): RequestEmailChange {
  return {
    async check(actor, customer_id, password) {
      if (password === undefined)
        throw new FieldErrors({ password: ['Enter your password to change the email.'] })
      const customer = await getCustomer(context.db, customer_id)
      return checkOwnPassword(context, actor, { customer, field: 'password', password })
    },
    async begin(tx, actor, { customer_id, email, proof }) {
      // The password may have been changed since it was compared: the change that was proven with it is over then.
      await lockAccount(tx, customer_id)
      if ((await findPasswordHash(tx, customer_id)) !== proof) throw notYourPassword('password')
      const customer = await getCustomer(tx, customer_id)
      await issueToken(tx, context.makeToken, { purpose: 'change_email', customer, mailTo: email })
      await recordEvent(tx, actor, { name: 'auth.email_change_requested', customer_id })
    },
  }
}
