import { customerParams, note, noteBody, noteParams } from '@crm/contract'
import { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { actorOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { getCustomer } from './customers.queries.ts'
import { addNote, changeNote, removeNote } from './keep-notes.ts'
import { listNotes } from './notes.queries.ts'

export function notesRoutes(app: App, db: Db): void {
  const path = '/api/customers/admin/customers/:id/notes/'
  const writes = { permission: 'notes:write' } as const

  app.get(
    path,
    {
      config: { permission: 'notes:read' },
      schema: {
        summary: 'Notes about a customer, newest first',
        params: customerParams,
        response: { 200: z.array(note) },
      },
    },
    async ({ params }) => {
      await getCustomer(db, params.id)
      return listNotes(db, params.id)
    },
  )
  app.post(
    path,
    {
      config: writes,
      schema: { summary: 'Write a note', params: customerParams, body: noteBody, response: { 201: note } },
    },
    async (request, reply) => {
      reply.code(201)
      return addNote(db, actorOf(request), request.params, request.body.note)
    },
  )
  app.patch(
    `${path}:note_id/`,
    {
      config: writes,
      schema: { summary: 'Correct a note', params: noteParams, body: noteBody, response: { 200: note } },
    },
    (request) => changeNote(db, actorOf(request), request.params, request.body.note),
  )
  app.delete(
    `${path}:note_id/`,
    { config: writes, schema: { summary: 'Remove a note', params: noteParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await removeNote(db, actorOf(request), request.params)
      return reply.code(204).send(null)
    },
  )
}
