import type { Note } from '@crm/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/session.ts'

const path = (customer_id: string) => `/api/customers/admin/customers/${customer_id}/notes/`

/** What staff wrote about a customer, newest first. */
export const notesQuery = (customer_id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', customer_id, 'notes'],
    queryFn: ({ signal }) => api.ask<Note[]>(path(customer_id), { signal }),
  })

export const addNote = (customer_id: string, note: string) =>
  api.ask<Note>(path(customer_id), { method: 'POST', body: { note } })

export const changeNote = ({ customer, id }: Note, note: string) =>
  api.ask<Note>(`${path(customer)}${id}/`, { method: 'PATCH', body: { note } })

export const removeNote = ({ customer, id }: Note) =>
  api.ask<void>(`${path(customer)}${id}/`, { method: 'DELETE' })
