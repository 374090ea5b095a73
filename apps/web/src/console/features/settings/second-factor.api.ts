import type { RecoveryCodes, SecondFactor, SecondFactorProof, SecondFactorSecret } from '@crm/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

const path = '/api/customers/second-factor/'

/** Whether the reader signs in with a code as well. */
export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => api.ask<SecondFactor>(path, { signal }),
})

/** What an app for codes needs; it counts once a first code was right. */
export const beginSecondFactor = (password: string) =>
  api.ask<SecondFactorSecret>(path, { method: 'POST', body: { password } })

export const confirmSecondFactor = (code: string) =>
  api.ask<RecoveryCodes>(`${path}confirmation/`, { method: 'POST', body: { code } })

export const endSecondFactor = (body: SecondFactorProof) => api.ask<void>(path, { method: 'DELETE', body })

/** Ten new codes in the place of those that are left. */
export const renewRecoveryCodes = (body: SecondFactorProof) =>
  api.ask<RecoveryCodes>(`${path}recovery-codes/`, { method: 'POST', body })
