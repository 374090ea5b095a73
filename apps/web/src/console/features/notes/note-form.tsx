import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Textarea } from '../../ui/inputs.tsx'
import { Group } from '../../ui/layout.tsx'
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx'

type NoteFormProps = {
  label: string
  start?: string
  submitText: string
  isBusy: boolean
  /** Resolves to whether the note was saved: then the form is emptied, else it keeps what was typed. */
  onSave: (text: string) => Promise<boolean>
  onCancel?: () => void
}

/** Where a note is written. */
export function NoteForm({ label, start = '', submitText, isBusy, onSave, onCancel }: NoteFormProps) {
  const [text, setText] = useState(start)
  const isUnchanged = text.trim() === start.trim() || text.trim() === ''

  async function save(event?: FormEvent) {
    event?.preventDefault()
    if (isBusy || isUnchanged) return
    if (await onSave(text)) setText('')
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    if (event.key === 'Escape') onCancel?.()
  }

  return (
    <form className="form notes-form" onSubmit={save}>
      <Textarea
        label={label}
        description={<span className="by-keyboard">{m.notes_new_hint()}</span>}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autoFocus={onCancel !== undefined}
      />
      <Group gap="xs">
        <Button type="submit" loading={isBusy} disabled={isUnchanged}>
          {submitText}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {m.console_cancel()}
          </Button>
        )}
      </Group>
      <UnsavedGuard isDirty={!isUnchanged} />
    </form>
  )
}
