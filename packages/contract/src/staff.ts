import { z } from 'zod'
import { examples } from './examples.ts'
import { id, timestamp } from './fields.ts'
import { roles } from './permissions.ts'

export const staffMember = z
  .object({
    id: id(),
    full_name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    last_login: timestamp().nullable(),
    is_active: z.boolean(),
    profile_picture: z.string(),
  })
  .meta({ id: 'StaffMember', examples: [examples.staffMember] })
export type StaffMember = z.infer<typeof staffMember>

export const staffList = z.object({ results: z.array(staffMember) }).meta({
  id: 'StaffList',
  description: 'Everybody with a role, owners first.',
  examples: [{ results: [examples.staffMember] }],
})
