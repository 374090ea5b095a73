import { z } from 'zod'
import { examples } from './examples.ts'

export const health = z
  .object({ status: z.literal('healthy'), message: z.string() })
  .meta({ id: 'Health', description: 'All is well.', examples: [examples.health] })
