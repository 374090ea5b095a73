import { z } from 'zod'
import { languages } from './choices.ts'
import { examples } from './examples.ts'
import { id } from './fields.ts'
import { roles } from './permissions.ts'

/**
 * The sessions of our own pages: the refresh token travels only in a cookie that no script can read, so these answers
 * hold the access token alone. Other clients use the tokens of `/api/customers/login/`.
 */

/** Who is signed in, as pages need it. */
export const person = z.object({
  id: id(),
  email: z.string(),
  first_name: z.string(),
  full_name: z.string(),
  preferred_language: z.enum(languages),
  profile_picture: z.string(),
  is_verified: z.boolean(),
  role: z.enum(roles).nullable(),
})
export type Person = z.infer<typeof person>

export const browserSession = z
  .object({
    access: z.jwt(),
    expires_in: z.int().describe('For how many seconds the access token is good.'),
    person,
  })
  .meta({
    id: 'BrowserSession',
    description: 'Who is signed in on this page, and the access token to go on with.',
    examples: [examples.browserSession],
  })
export type BrowserSession = z.infer<typeof browserSession>
