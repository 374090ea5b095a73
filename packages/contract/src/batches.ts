import { z } from 'zod'
import { examples } from './examples.ts'
import { choice, id, timestamp } from './fields.ts'

/** What staff can do to many customers at once. */
export const batchActions = ['activate', 'deactivate', 'verify', 'trash'] as const
export type BatchAction = (typeof batchActions)[number]

const mostIds = 1_000

/** A `query`, the filters of the list, may stand beside `ids` one day; until then it is ignored as any unknown field is. */
export const newBatch = z
  .object({
    action: choice(batchActions),
    ids: z
      .array(z.uuid({ error: 'Must be a valid UUID.' }), {
        error: (issue) => (issue.input == null ? undefined : 'Expected a list of ids.'),
      })
      .min(1, { error: 'Name at least one customer.' })
      .max(mostIds, { error: `Ensure this field has no more than ${mostIds} elements.` })
      .describe('Each counts once, however often it is named.'),
  })
  .meta({
    id: 'NewBatch',
    description: `Every customer is held to the rules of the single change. At most ${mostIds} at once.`,
    examples: [{ action: 'verify', ids: [examples.row.id] }],
  })
export type NewBatch = z.infer<typeof newBatch>

/** Why a customer was left as they are. */
export const skipReasons = [
  'not_found',
  'unchanged',
  'own_account',
  'staff_account',
  'last_owner',
  'changed_since',
  'email_taken',
] as const
export type SkipReason = (typeof skipReasons)[number]

const skipped = z
  .array(z.object({ id: id(), reason: z.enum(skipReasons) }))
  .describe(
    'Who was left as they are, and why. `not_found`: not there, or in the trash. `unchanged`: it is so already. `own_account`: nobody locks themselves out. `staff_account`: only an owner may. `last_owner`: somebody must stay one. When undoing, `changed_since`: somebody changed the customer after the batch; `email_taken`: somebody registered with the address meanwhile.',
  )
export type Skipped = z.infer<typeof skipped>[number]

export const batch = z
  .object({
    id: id(),
    action: z.enum(batchActions),
    count: z.int().describe('How many were changed.'),
    skipped,
    undo_until: timestamp(),
  })
  .meta({ id: 'Batch', description: 'What was done to how many.', examples: [examples.batch] })
export type Batch = z.infer<typeof batch>

export const undoneBatch = z.object({ count: z.int().describe('How many were put back.'), skipped }).meta({
  id: 'UndoneBatch',
  description: 'How many are again as they were before the batch. Sessions that ended do not come back.',
  examples: [{ count: 1, skipped: [] }],
})
export type UndoneBatch = z.infer<typeof undoneBatch>

export const batchParams = z.object({ id: id() })
