import type { Profile } from '@crm/contract'
import { api, updatePerson } from '../../../lib/session.ts'
import { useAnswer } from '../../ui/use-answer.ts'

/** The numbers of the dashboard are all in the profile, which tells what is still missing too. */
export const useProfile = () => useAnswer<Profile>('/api/customers/profile/')

/** Mails the link that proves the address once more; throws a `Refusal`. */
export const resendVerification = (email: string): Promise<unknown> =>
  api.ask('/api/customers/verify-email/resend/', { method: 'POST', body: { email } })

/** The link may have been followed on another device. */
export const noteVerified = (): void => updatePerson({ is_verified: true })
