import { z } from 'zod'
import { eventNames } from './events.ts'
import { examples } from './examples.ts'
import { id, text, timestamp } from './fields.ts'

export const customerEventsQuery = z
  .object({ cursor: text(200).describe('The `next_cursor` of the page before; empty for the first.') })
  .partial()

const eventActor = z
  .object({
    id: id(),
    name: z.string().nullable().describe('As it is now; null once the person is gone.'),
    role: z.string().describe('As it was then.'),
  })
  .nullable()
  .describe('Null for the system itself, and for who was not signed in.')

export const customerEvent = z
  .object({
    id: id(),
    name: z.enum(eventNames),
    occurred_at: timestamp(),
    actor: eventActor,
    detail: z
      .record(z.string(), z.unknown())
      .describe(
        'Ids, codes and numbers. `fields`: the names of what changed; `changes`: flags, each with `from` and `to`; of a role, `from` and `to` stand by themselves; `batch_id` or `undone_batch_id`: the batch that it was a part of, or that it takes back.',
      ),
    undone: z
      .object({ occurred_at: timestamp(), actor: eventActor })
      .nullable()
      .describe('When and by whom the batch that it was a part of was undone for this customer.'),
  })
  .meta({ id: 'CustomerEvent', examples: [examples.event] })
export type CustomerEvent = z.infer<typeof customerEvent>

export const customerEventPage = z
  .object({ results: z.array(customerEvent), next_cursor: z.string().nullable() })
  .meta({
    id: 'CustomerEventPage',
    description:
      'What happened to a customer, newest first, 50 on a page. What somebody wrote is not in it, before or after: the trail outlives the people in it, so it holds no personal data.',
    examples: [{ results: [examples.event], next_cursor: null }],
  })
export type CustomerEventPage = z.infer<typeof customerEventPage>
