import { Refusal } from '@crm/client'
import type {
  BrowserSession,
  PasswordChange,
  RecoveryCodes,
  SecondFactor,
  SecondFactorProof,
  SecondFactorSecret,
  Session,
} from '@crm/contract'
import { api, begin, signOut } from '../../../lib/session.ts'
import { keepAnswer, useAnswer } from '../../ui/use-answer.ts'

const sessionsAddress = '/api/customers/sessions/'
const factorAddress = '/api/customers/second-factor/'

export const useSessions = () => useAnswer<Session[]>(sessionsAddress)
export const useSecondFactor = () => useAnswer<SecondFactor>(factorAddress)

/** Sets a new password; every other session ends and this one goes on. */
export async function changePassword(body: PasswordChange): Promise<void> {
  begin(await api.ask<BrowserSession>('/api/browser/change-password/', { method: 'POST', body }))
}

/** Ends sessions, and shows who is left even when one of them could not be ended. */
export async function endSessions(ids: readonly string[]): Promise<void> {
  try {
    for (const id of ids) await api.ask(`${sessionsAddress}${id}/`, { method: 'DELETE' })
  } finally {
    keepAnswer(sessionsAddress, await api.ask<Session[]>(sessionsAddress))
  }
}

/** Signs out on every device, on this one last; returns how many others there were. */
export async function signOutEverywhere(): Promise<number> {
  const sessions = await api.ask<Session[]>(sessionsAddress)
  const others = sessions.filter((one) => !one.is_current)
  for (const { id } of others)
    await api.ask(`${sessionsAddress}${id}/`, { method: 'DELETE' }).catch(unlessOver)
  await signOut()
  return others.length
}

/** A session that ended by itself meanwhile is as good as ended here. */
function unlessOver(refusal: unknown): void {
  if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal
}

/** What an app for codes needs; it counts once a first code was right. */
export const beginSecondFactor = (password: string): Promise<SecondFactorSecret> =>
  api.ask(factorAddress, { method: 'POST', body: { password } })

export const confirmSecondFactor = (code: string): Promise<RecoveryCodes> =>
  api.ask(`${factorAddress}confirmation/`, { method: 'POST', body: { code } })

export const endSecondFactor = (body: SecondFactorProof): Promise<unknown> =>
  api.ask(factorAddress, { method: 'DELETE', body })

/** Ten new codes; the old ones stop working. */
export const renewRecoveryCodes = (body: SecondFactorProof): Promise<RecoveryCodes> =>
  api.ask(`${factorAddress}recovery-codes/`, { method: 'POST', body })

/** Everything that the store keeps about the person. */
export const exportData = (): Promise<unknown> => api.ask('/api/customers/export/', { method: 'POST' })

/** Deletes the account, which can be had back within 30 days; all sessions end. */
export const deleteAccount = (body: { password: string; otp: string | undefined }): Promise<unknown> =>
  api.ask('/api/customers/deletion/', { method: 'POST', body })
