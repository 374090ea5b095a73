import type { EventName } from '@crm/contract'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { recordEvent } from '../../audit/index.ts'

const refusals = {
  otp_required: ['auth.second_factor_asked', 'Enter the code of your authenticator app.'],
  otp_invalid: ['auth.second_factor_failed', 'This code is wrong or was used before. Wait for the next one.'],
} as const satisfies Record<string, [EventName, string]>

export type OtpRefusal = keyof typeof refusals

/** Whose code, and under which field of a change it was asked for; none at sign-in. */
type Asked = { customer_id: string; field?: 'otp' }

/** Refuses for a code that is missing or wrong, once the trail has it. The try goes on counting. */
export async function refuseOtp(
  db: Db,
  actor: Actor,
  { customer_id, ...detail }: Asked,
  refusal: OtpRefusal,
): Promise<never> {
  const [name, sentence] = refusals[refusal]
  await db.transaction().execute((tx) => recordEvent(tx, actor, { name, customer_id, detail }))
  throw new AppError(refusal, sentence)
}
