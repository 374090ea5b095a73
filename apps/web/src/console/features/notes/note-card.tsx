import type { Note } from '@crm/contract'
import { useState } from 'react'
import { formatMoment } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Group } from '../../ui/layout.tsx'
import { NoteForm } from './note-form.tsx'
import { changeNote } from './notes.api.ts'
import { useNoteWriting } from './use-note-writing.ts'

type NoteCardProps = { note: Note; mayChange: boolean; onRemove: () => void }

/** A note, signed and dated; who may change it does so in its place. */
export function NoteCard({ note, mayChange, onRemove }: NoteCardProps) {
  const [isEdited, setEdited] = useState(false)
  const { save, isBusy } = useNoteWriting(note.customer, (text) => changeNote(note, text), m.notes_saved())
  const moment = formatMoment(note.created_at)

  async function change(text: string) {
    const isSaved = await save(text)
    if (isSaved) setEdited(false)
    return isSaved
  }

  return (
    <li className="note">
      <p className="note-head">
        <strong>{note.created_by_name || m.notes_author_gone()}</strong>
        <span className="quiet">
          <time dateTime={note.created_at}>{moment}</time>
          {note.updated_at !== note.created_at &&
            ` · ${m.notes_changed({ moment: formatMoment(note.updated_at) })}`}
        </span>
      </p>
      {isEdited ? (
        <NoteForm
          label={m.notes_text()}
          start={note.note}
          submitText={m.console_save()}
          isBusy={isBusy}
          onSave={change}
          onCancel={() => setEdited(false)}
        />
      ) : (
        <p className="note-text">{note.note}</p>
      )}
      {mayChange && !isEdited && (
        <Group gap={0} className="note-actions">
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={m.notes_edit_of({ moment })}
            onClick={() => setEdited(true)}
          >
            {m.notes_edit()}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={m.notes_remove_of({ moment })}
            onClick={onRemove}
          >
            {m.notes_remove()}
          </Button>
        </Group>
      )}
    </li>
  )
}
