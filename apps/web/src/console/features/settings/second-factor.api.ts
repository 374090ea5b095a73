import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

const path = '/api/customers/second-factor/'

type SecondFactor = { is_on: boolean; recovery_codes_left: number }

/** Whether the reader signs in with a code as well. */
export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => api.ask<SecondFactor>(path, { signal }),
})

export type Begun = { secret: string; uri: string }

/** What an app for codes needs; it counts once a first code was right. */
export const beginSecondFactor = (password: string) =>
  api.ask<Begun>(path, { method: 'POST', body: { password } })

export const confirmSecondFactor = (code: string) =>
  api.ask<{ recovery_codes: string[] }>(`${path}confirmation/`, { method: 'POST', body: { code } })

export type Proof = { password: string; code: string }

export const endSecondFactor = (body: Proof) => api.ask<void>(path, { method: 'DELETE', body })

/** Ten new codes in the place of those that are left. */
export const renewRecoveryCodes = (body: Proof) =>
  api.ask<{ recovery_codes: string[] }>(`${path}recovery-codes/`, { method: 'POST', body })
