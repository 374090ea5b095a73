import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../ui/toast.tsx'
import { notesQuery } from './notes.api.ts'

/** Saves a note by `write` and says `done`; resolves to whether it worked. What did not has been told. */
export function useNoteWriting(customer_id: string, write: (text: string) => Promise<unknown>, done: string) {
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: write,
    onError: toast.refused,
    async onSuccess() {
      await queryClient.invalidateQueries({ queryKey: notesQuery(customer_id).queryKey })
      toast.done(done)
    },
  })
  const save = (text: string) =>
    mutateAsync(text).then(
      () => true,
      () => false,
    )
  return { save, isBusy: isPending }
}
