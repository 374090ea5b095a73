import type { CustomerDetail, EventName } from '@crm/contract'
import type { Actor } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { getCustomer, lockCustomer } from '../customers/index.ts'
import type { AuthContext } from './context.ts'
import { takeMailQuota } from './mails/mail-quota.ts'
import { issueToken, type Purpose } from './one-time-tokens.ts'

type StaffLink = { purpose: Purpose; event: EventName; check(customer: CustomerDetail): void }

function checkActive({ is_active }: CustomerDetail): void {
  if (!is_active) throw new AppError('conflict', 'This account is deactivated. Activate it first.')
}

const verification: StaffLink = {
  purpose: 'verify_email',
  event: 'auth.verification_requested',
  check(customer) {
    checkActive(customer)
    if (customer.is_verified) throw new AppError('conflict', 'This address is verified already.')
  },
}
const passwordReset: StaffLink = {
  purpose: 'reset_password',
  event: 'auth.password_reset_requested',
  check: checkActive,
}

/** Mails a customer the link that verifies the address, as they could ask themselves. Refuses with `conflict` who has no use for it. */
export const mailVerification = (context: AuthContext, actor: Actor, id: string) =>
  mailLink(context, actor, id, verification)

/** Mails a customer a link for a new password, as they could ask themselves. Refuses with `conflict` who is deactivated. */
export const mailPasswordReset = (context: AuthContext, actor: Actor, id: string) =>
  mailLink(context, actor, id, passwordReset)

async function mailLink(
  { db, makeToken }: AuthContext,
  actor: Actor,
  id: string,
  { purpose, event, check }: StaffLink,
): Promise<void> {
  const { email } = await checked(getCustomer(db, id), check)
  const { granted, retryAfterMs } = await takeMailQuota(db, purpose, email)
  if (granted === 0)
    throw new AppError('throttled', 'This address has had such mails already. Try again later.', {
      retryAfterSeconds: Math.ceil(retryAfterMs / 1_000),
    })

  await db.transaction().execute(async (tx) => {
    // Once more: it may have changed while we waited for the turn.
    const customer = await checked(lockCustomer(tx, id), check)
    await issueToken(tx, makeToken, { purpose, customer })
    await recordEvent(tx, actor, { name: event, customer_id: id })
  })
}

async function checked(found: Promise<CustomerDetail>, check: StaffLink['check']): Promise<CustomerDetail> {
  const customer = await found
  check(customer)
  return customer
}
