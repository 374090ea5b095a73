import { z } from 'zod'
import type { EventName } from './events.ts'
import { examples } from './examples.ts'
import { id, timestamp } from './fields.ts'

/** What customers are told of what happened to their account; the rest of the trail is for staff. */
export const activityNames = [
  'customer.registered',
  'customer.created_by_staff',
  'customer.profile_updated',
  'customer.picture_changed',
  'customer.picture_removed',
  'customer.data_exported',
  'customer.deletion_requested',
  'customer.restored',
  'auth.logged_in',
  'auth.session_ended',
  'auth.refresh_replayed',
  'auth.email_verified',
  'auth.email_change_requested',
  'auth.email_changed',
  'auth.password_changed',
  'auth.password_reset',
  'auth.second_factor_enabled',
  'auth.second_factor_disabled',
  'auth.recovery_code_used',
  'auth.recovery_codes_renewed',
] as const satisfies EventName[]
export type ActivityName = (typeof activityNames)[number]

export const activity = z
  .object({
    id: id(),
    name: z
      .enum(activityNames)
      .describe('`auth.logged_in` is told only of a device on which nobody was signed in lately.'),
    created_at: timestamp(),
    by: z
      .enum(['you', 'store', 'anonymous'])
      .describe('Who did it: `anonymous` was not signed in; who of the store is not said.'),
  })
  .meta({ id: 'Activity', examples: [examples.activity] })
export type Activity = z.infer<typeof activity>

export const activityPage = z
  .object({ results: z.array(activity), next_cursor: z.string().nullable() })
  .meta({
    id: 'ActivityPage',
    description: 'What happened to the own account, newest first, 20 on a page.',
    examples: [{ results: [examples.activity], next_cursor: null }],
  })
export type ActivityPage = z.infer<typeof activityPage>
