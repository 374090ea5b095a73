import { z } from 'zod'
import { examples } from './examples.ts'
import { password, requiredText } from './fields.ts'

/** A second proof at sign-in: a code of an authenticator app, or a recovery code where the app is lost. */

/** Six digits of the app, or one of the recovery codes; spaces and hyphens do not matter. */
export const otp = () =>
  requiredText(40)
    .describe('Six digits of the authenticator app, or a recovery code.')
    .meta({ examples: ['123456'] })

export const secondFactorSetup = z
  .object({ password: password() })
  .meta({ id: 'SecondFactorSetup', examples: [{ password: 'SecurePass123!' }] })

export const secondFactorSecret = z
  .object({
    secret: z.string().describe('To type into the app by hand.'),
    uri: z.string().describe('The same for a QR code: an `otpauth` address.'),
  })
  .meta({
    id: 'SecondFactorSecret',
    description:
      'What the authenticator app needs. Nothing is asked for until a first code has confirmed it.',
    examples: [examples.secondFactorSecret],
  })
export type SecondFactorSecret = z.infer<typeof secondFactorSecret>

export const secondFactorConfirmation = z
  .object({ code: otp() })
  .meta({ id: 'SecondFactorConfirmation', examples: [{ code: '123456' }] })

/** What turning it off, or new recovery codes, ask for. */
export const secondFactorProof = z
  .object({ password: password(), code: otp() })
  .meta({ id: 'SecondFactorProof', examples: [{ password: 'SecurePass123!', code: '123456' }] })
export type SecondFactorProof = z.infer<typeof secondFactorProof>

export const recoveryCodes = z.object({ recovery_codes: z.array(z.string()) }).meta({
  id: 'RecoveryCodes',
  description: 'Ten codes, shown this once. Each stands for a code of the app, one time.',
  examples: [examples.recoveryCodes],
})
export type RecoveryCodes = z.infer<typeof recoveryCodes>

export const secondFactor = z.object({ is_on: z.boolean(), recovery_codes_left: z.int() }).meta({
  id: 'SecondFactor',
  description: 'Whether signing in asks for a code, and how many recovery codes are left.',
  examples: [examples.secondFactor],
})
export type SecondFactor = z.infer<typeof secondFactor>
