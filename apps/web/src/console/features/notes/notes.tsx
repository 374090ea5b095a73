import './notes.css'
import { mayDo, type Note, type Person } from '@crm/contract'
import { useQuery } from '@tanstack/react-query'
import { m } from '../../../messages/messages.js'
import { Stack } from '../../ui/layout.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Nothing } from '../../ui/nothing.tsx'
import { NoteCard } from './note-card.tsx'
import { NoteForm } from './note-form.tsx'
import { addNote, notesQuery } from './notes.api.ts'
import { useNoteRemoval } from './use-note-removal.ts'
import { useNoteWriting } from './use-note-writing.ts'

type NotesProps = { customer_id: string; reader: Person }

/** What staff wrote about a customer, with a place to write more on top. */
export function Notes({ customer_id, reader }: NotesProps) {
  const notes = useQuery(notesQuery(customer_id))
  const mayWrite = mayDo(reader.role, 'notes:write')
  return (
    <Stack component="section" aria-labelledby="notes-title">
      <div>
        <h2 id="notes-title">{m.notes_title()}</h2>
        <p className="quiet">{m.notes_intro()}</p>
      </div>
      {mayWrite && <NewNote customer_id={customer_id} />}
      <Loaded query={notes} loading={m.notes_loading()}>
        {(all) => <NoteList notes={all} reader={reader} />}
      </Loaded>
    </Stack>
  )
}

function NewNote({ customer_id }: { customer_id: string }) {
  const { save, isBusy } = useNoteWriting(customer_id, (text) => addNote(customer_id, text), m.notes_added())
  return <NoteForm label={m.notes_new()} submitText={m.notes_add()} isBusy={isBusy} onSave={save} />
}

function NoteList({ notes, reader }: { notes: readonly Note[]; reader: Person }) {
  const { remove, removed } = useNoteRemoval()
  const mayWrite = mayDo(reader.role, 'notes:write')
  const mayManage = mayDo(reader.role, 'customers:manage')
  const shown = notes.filter(({ id }) => !removed.includes(id))
  if (shown.length === 0)
    return (
      <Nothing title={m.notes_empty()} text={mayWrite ? m.notes_empty_text() : m.notes_empty_text_reader()} />
    )
  return (
    <ol className="notes">
      {shown.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          mayChange={mayWrite && (note.created_by === reader.id || mayManage)}
          onRemove={() => remove(note)}
        />
      ))}
    </ol>
  )
}
