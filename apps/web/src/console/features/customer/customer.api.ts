import { Refusal } from '@crm/client'
import type { CustomerChanges, CustomerDetail, CustomerSession } from '@crm/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

const path = (id: string) => `/api/customers/admin/customers/${id}/`

/** Finds a customer, also one in the trash; throws the refusal `not_found`. */
async function getCustomer(id: string, signal: AbortSignal): Promise<CustomerDetail> {
  try {
    return await api.ask<CustomerDetail>(path(id), { signal })
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal
    return api.ask<CustomerDetail>(`${path(id)}?trashed=true`, { signal })
  }
}

/** The key of everything that is known about one customer. */
export const customerKey = (id: string) => ['customers', 'one', id]

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: [...customerKey(id), 'profile'],
    queryFn: ({ signal }) => getCustomer(id, signal),
  })

/** Where a customer is signed in, the device used last first. */
export const sessionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...customerKey(id), 'sessions'],
    queryFn: ({ signal }) => api.ask<CustomerSession[]>(`${path(id)}sessions/`, { signal }),
  })

export const changeCustomer = (id: string, body: CustomerChanges) =>
  api.ask<CustomerDetail>(path(id), { method: 'PATCH', body })

export const trashCustomer = (id: string) => api.ask<void>(path(id), { method: 'DELETE' })
export const restoreCustomer = (id: string) =>
  api.ask<CustomerDetail>(`${path(id)}restoration/`, { method: 'POST' })

export const sendVerificationMail = (id: string) =>
  api.ask<void>(`${path(id)}verification-mail/`, { method: 'POST' })
export const sendPasswordResetMail = (id: string) =>
  api.ask<void>(`${path(id)}password-reset-mail/`, { method: 'POST' })

export const signOutEverywhere = (id: string) => api.ask<void>(`${path(id)}sessions/`, { method: 'DELETE' })
export const removeSecondFactor = (id: string) =>
  api.ask<void>(`${path(id)}second-factor/`, { method: 'DELETE' })
