import { Refusal } from '@crm/client'
import type { Role } from '@crm/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { m } from '../../../messages/messages.js'
import { roleName } from '../../ui/role-name.ts'
import { toast } from '../../ui/toast.tsx'
import { giveRole, takeRole } from './staff.api.ts'

type Change = { id: string; name: string; from: Role | null; to: Role | null }

/** Gives, changes and takes away roles; each can be taken back from its message. */
export function useRoles() {
  const queryClient = useQueryClient()
  const { mutate, mutateAsync, isPending, variables } = useMutation({
    mutationFn: ({ id, to }: Change): Promise<unknown> => (to ? giveRole(id, to) : takeRole(id)),
    onError: (refusal) =>
      isLastOwner(refusal) ? toast.problem(m.staff_last_owner()) : toast.refused(refusal),
    onSuccess(_, change) {
      toast.done(said(change), () => mutate({ ...change, from: change.to, to: change.from }))
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['staff'] }),
        queryClient.invalidateQueries({ queryKey: ['customers'] }),
      ]),
  })
  return { change: mutateAsync, busyId: isPending ? variables.id : undefined }
}

const said = ({ name, to }: Change) =>
  to ? m.staff_changed({ name, role: roleName(to) }) : m.staff_removed({ name })

/** The one thing about the object as a whole that the server refuses here. */
const isLastOwner = (refusal: Error) =>
  refusal instanceof Refusal && refusal.code === 'invalid' && 'non_field_errors' in refusal.fields
