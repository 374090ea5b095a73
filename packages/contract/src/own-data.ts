import { z } from 'zod'
import { session } from './auth.ts'
import { profile } from './customers.ts'
import { eventNames } from './events.ts'
import { examples } from './examples.ts'
import { id, password, timestamp, unlessEmpty } from './fields.ts'
import { otp } from './second-factor.ts'

/** What a person may do with everything that the store holds on them: take it along, or have it deleted. */

export const accountDeletion = z
  .object({
    password: password(),
    otp: unlessEmpty(otp()).describe('Needed where the second step is on.'),
  })
  .meta({ id: 'AccountDeletion', examples: [{ password: 'SecurePass123!' }] })

export const ownSession = session.omit({ is_current: true }).extend({
  ended_at: timestamp().nullable(),
  end_reason: z.string().nullable(),
})

export const ownEvent = z.object({
  id: id(),
  name: z.enum(eventNames),
  occurred_at: timestamp(),
  by: z
    .enum(['you', 'anonymous', 'staff', 'system'])
    .describe('Who did it: `anonymous` was not signed in; which member of staff is not said.'),
  address: z.string().describe('The network address it came from; empty where staff did it.'),
  detail: z.record(z.string(), z.unknown()),
})
export type OwnEvent = z.infer<typeof ownEvent>

/** Each module that holds something on a person answers for one field of this. */
export const ownData = z
  .object({
    made_at: timestamp(),
    profile,
    sessions: z
      .array(ownSession)
      .describe('Where the person is or was signed in, newest first: 1,000 at most.'),
    events: z.array(ownEvent).describe('What happened to the account, newest first: 10,000 at most.'),
  })
  .meta({
    id: 'OwnData',
    description: 'Everything that the store holds on the person, but for what staff notes for itself.',
    examples: [examples.ownData],
  })
export type OwnData = z.infer<typeof ownData>
