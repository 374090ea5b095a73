import type { Note } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { lockCustomer } from './customers.queries.ts'
import { deleteNote, findNote, insertNote, updateNote } from './notes.queries.ts'

/** Writes a note about a customer, signed by who wrote it. */
export function addNote(
  db: Db,
  actor: Actor,
  { id: customer_id }: { id: string },
  note: string,
): Promise<Note> {
  return db.transaction().execute(async (tx) => {
    await lockCustomer(tx, customer_id)
    const id = uuidv7()
    await insertNote(tx, { id, customer_id, note, created_by: actor.id })
    await recordEvent(tx, actor, { name: 'note.added', customer_id, detail: { note_id: id } })
    return getNote(tx, customer_id, id)
  })
}

type NotePlace = { id: string; note_id: string }

/** Corrects the text of a note; who wrote it stays. */
export function changeNote(db: Db, actor: Actor, { id, note_id }: NotePlace, note: string): Promise<Note> {
  return db.transaction().execute(async (tx) => {
    await lockCustomer(tx, id)
    await getNote(tx, id, note_id)
    await updateNote(tx, note_id, note)
    await recordEvent(tx, actor, { name: 'note.changed', customer_id: id, detail: { note_id } })
    return getNote(tx, id, note_id)
  })
}

export function removeNote(db: Db, actor: Actor, { id, note_id }: NotePlace): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await lockCustomer(tx, id)
    if (!(await deleteNote(tx, id, note_id))) throw new AppError('not_found')
    await recordEvent(tx, actor, { name: 'note.removed', customer_id: id, detail: { note_id } })
  })
}

async function getNote(tx: Tx, customer_id: string, id: string): Promise<Note> {
  const note = await findNote(tx, customer_id, id)
  if (!note) throw new AppError('not_found')
  return note
}
