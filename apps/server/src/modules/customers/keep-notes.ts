import type { Note } from '@crm/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordEvent } from '../audit/index.ts'
import { lockCustomer } from './customers.queries.ts'
import { deleteNote, findNote, insertNote, updateNote } from './notes.queries.ts'
import { actorMay } from './staff-account.ts'

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
    checkAuthor(actor, await getNote(tx, id, note_id))
    await updateNote(tx, note_id, note)
    await recordEvent(tx, actor, { name: 'note.changed', customer_id: id, detail: { note_id } })
    return getNote(tx, id, note_id)
  })
}

export function removeNote(db: Db, actor: Actor, { id, note_id }: NotePlace): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await lockCustomer(tx, id)
    checkAuthor(actor, await getNote(tx, id, note_id))
    await deleteNote(tx, id, note_id)
    await recordEvent(tx, actor, { name: 'note.removed', customer_id: id, detail: { note_id } })
  })
}

/** A note is signed: nobody puts words into somebody else's mouth, and only who manages customers takes them away. */
function checkAuthor(actor: Actor, { created_by }: Note): void {
  if (created_by !== actor.id && !actorMay(actor, 'customers:manage'))
    throw new AppError('permission_denied', 'Only who wrote a note, a manager or an owner may change it.')
}

async function getNote(tx: Tx, customer_id: string, id: string): Promise<Note> {
  const note = await findNote(tx, customer_id, id)
  if (!note) throw new AppError('not_found')
  return note
}
