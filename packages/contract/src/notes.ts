import { z } from 'zod'
import { examples } from './examples.ts'
import { id, requiredText, timestamp } from './fields.ts'

export const note = z
  .object({
    id: id(),
    customer: id(),
    customer_name: z.string(),
    note: z.string(),
    created_by: id().nullable(),
    created_by_name: z.string(),
    created_at: timestamp(),
    updated_at: timestamp(),
  })
  .meta({
    id: 'Note',
    description: 'A note of staff about a customer. A list of notes is newest first and ends after 1,000.',
    examples: [examples.note],
  })
export type Note = z.infer<typeof note>

export const noteBody = z
  .object({ note: requiredText(5_000) })
  .meta({ id: 'NoteBody', examples: [{ note: 'Prefers ripe plantain.' }] })

export const noteParams = z.object({ id: id(), note_id: id() })
