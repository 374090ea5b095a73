import { z } from 'zod'
import { profileFields } from './customers.ts'
import { examples } from './examples.ts'
import { email, id, line, password, requiredLine, requiredText, timestamp, unlessEmpty } from './fields.ts'
import { roles } from './permissions.ts'
import { otp } from './second-factor.ts'

/** What a client keeps: `access` for an hour in `Authorization: Bearer …`, `refresh` for a day, each used once. */
export const tokens = z.object({ refresh: z.jwt(), access: z.jwt() }).meta({
  id: 'Tokens',
  description: 'The next pair of tokens. Keep both: the refresh token works once.',
  examples: [examples.tokens],
})
export type Tokens = z.infer<typeof tokens>

export const registration = z
  .object({
    email: email(),
    password: password(),
    password_confirm: password(),
    first_name: requiredLine(150),
    last_name: line(150).describe('People with one name leave it empty.'),
  })
  .extend(z.object(profileFields).partial().shape)
  .meta({
    id: 'Registration',
    examples: [
      {
        email: 'ola@example.com',
        password: 'SecurePass123!',
        password_confirm: 'SecurePass123!',
        first_name: 'Ọlá',
        last_name: 'Adébáyọ̀',
        phone_number: '+14165550123',
      },
    ],
  })
export type Registration = z.infer<typeof registration>

export const registered = z
  .object({
    message: z.string(),
    customer: z.object({
      id: id(),
      email: z.string(),
      first_name: z.string(),
      last_name: z.string(),
      full_name: z.string(),
      is_verified: z.boolean(),
      date_joined: timestamp(),
    }),
    tokens,
  })
  .meta({
    id: 'Registered',
    description: 'Who was registered, with the tokens that sign them in.',
    examples: [examples.registered],
  })

export const login = z
  .object({
    email: email(),
    password: password(),
    otp: unlessEmpty(otp()).describe('Needed where the account asks for a second step.'),
  })
  .meta({ id: 'Login', examples: [{ email: 'ola@example.com', password: 'SecurePass123!' }] })
export type Login = z.infer<typeof login>

export const loggedIn = z
  .object({
    message: z.string(),
    customer: z.object({
      id: id(),
      email: z.string(),
      full_name: z.string(),
      is_verified: z.boolean(),
      is_staff: z.boolean(),
      total_purchases: z.int(),
      loyalty_points: z.int(),
    }),
    tokens,
  })
  .meta({
    id: 'LoggedIn',
    description: 'Who signed in, with the tokens that prove it.',
    examples: [examples.loggedIn],
  })

export const message = z
  .object({ message: z.string() })
  .meta({ id: 'Message', description: 'A sentence that says what was done.', examples: [examples.message] })
export const messageWithTokens = message.extend({ tokens }).meta({
  id: 'MessageWithTokens',
  description: 'A sentence that says what was done, and the tokens to go on with.',
  examples: [examples.messageWithTokens],
})

export const refreshBody = z
  .object({ refresh: requiredText(4_000) })
  .meta({ id: 'Refresh', examples: [{ refresh: examples.tokens.refresh }] })
export const tokenBody = z
  .object({ token: requiredText(500) })
  .meta({ id: 'OneTimeToken', examples: [examples.oneTimeToken] })
export const emailBody = z
  .object({ email: email() })
  .meta({ id: 'Address', examples: [{ email: 'ola@example.com' }] })

const newPassword = { new_password: password(), new_password_confirm: password() }

export const passwordChange = z.object({ old_password: password(), ...newPassword }).meta({
  id: 'PasswordChange',
  examples: [
    {
      old_password: 'SecurePass123!',
      new_password: 'New-Secure-456!',
      new_password_confirm: 'New-Secure-456!',
    },
  ],
})
export type PasswordChange = z.infer<typeof passwordChange>

export const passwordReset = z.object({ token: requiredText(500), ...newPassword }).meta({
  id: 'PasswordReset',
  examples: [
    {
      ...examples.oneTimeToken,
      new_password: 'New-Secure-456!',
      new_password_confirm: 'New-Secure-456!',
    },
  ],
})

export const session = z
  .object({
    id: id(),
    device: z.string().describe('What the browser or app said of itself.'),
    address: z.string().describe('The network address it was last seen from.'),
    created_at: timestamp(),
    last_used_at: timestamp(),
    expires_at: timestamp(),
    is_current: z.boolean(),
  })
  .meta({
    id: 'Session',
    description: 'A device on which the person is signed in. A list begins with the one used last.',
    examples: [examples.session],
  })
export type Session = z.infer<typeof session>

export const customerSession = session.omit({ is_current: true }).meta({
  id: 'CustomerSession',
  description: 'A device on which a customer is signed in. A list begins with the one used last.',
  examples: [examples.customerSession],
})
export type CustomerSession = z.infer<typeof customerSession>

export const sessionParams = z.object({ id: id() })

export const roleBody = z
  .object({ role: z.enum(roles) })
  .meta({ id: 'RoleBody', examples: [{ role: 'cashier' }] })
