import type { Note } from '@crm/contract'
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { m } from '../../../messages/messages.js'
import { isUndone } from '../../ui/removal-toast.tsx'
import { toast } from '../../ui/toast.tsx'
import { notesQuery, removeNote } from './notes.api.ts'

const mutationKey = ['note-removal']

/**
 * Takes notes off the page at once and off the server when the chance to undo is over: a note that is written again
 * would be signed by somebody else at another time.
 */
export function useNoteRemoval() {
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    mutationKey,
    async mutationFn(note: Note) {
      if (await isUndone(m.notes_removed())) return
      await removeNote(note)
      await queryClient.invalidateQueries({ queryKey: notesQuery(note.customer).queryKey })
    },
    onError: toast.refused,
  })
  const removed = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => (state.variables as Note).id,
  })
  return { remove: mutate, removed }
}
