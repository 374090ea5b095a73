import { z } from 'zod'

export const health = z.object({ status: z.literal('healthy'), message: z.string() }).meta({ id: 'Health' })
