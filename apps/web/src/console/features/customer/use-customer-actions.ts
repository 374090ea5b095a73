import type { CustomerDetail } from '@crm/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { m } from '../../../messages/messages.js'
import { toast } from '../../ui/toast.tsx'
import {
  changeCustomer,
  removeSecondFactor,
  restoreCustomer,
  sendPasswordResetMail,
  sendVerificationMail,
  signOutEverywhere,
  trashCustomer,
} from './customer.api.ts'

type Action = { run: () => Promise<unknown>; done: string; undo?: () => void }

/** What can be done to a customer as a whole. Each says what it did; what can be taken back offers it. */
export function useCustomerActions({ id, email, full_name: name }: CustomerDetail) {
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: ({ run }: Action) => run(),
    onError: toast.refused,
    onSuccess(_, { done, undo }) {
      toast.done(done, undo)
      return queryClient.invalidateQueries({ queryKey: ['customers'] })
    },
  })

  const restore = () => mutate({ run: () => restoreCustomer(id), done: m.customer_restored({ name }) })
  const setActive = (is_active: boolean, undo?: () => void) =>
    mutate({
      run: () => changeCustomer(id, { is_active }),
      done: is_active ? m.customer_activated({ name }) : m.customer_deactivated({ name }),
      ...(undo && { undo }),
    })

  return {
    isBusy: isPending,
    verify: () =>
      mutate({ run: () => sendVerificationMail(id), done: m.customer_verification_sent({ email }) }),
    resetPassword: () =>
      mutate({ run: () => sendPasswordResetMail(id), done: m.customer_password_reset_sent({ email }) }),
    activate: () => setActive(true, () => setActive(false)),
    deactivate: () => setActive(false, () => setActive(true)),
    signOut: () =>
      mutate({ run: () => signOutEverywhere(id), done: m.customer_signed_out_everywhere({ name }) }),
    removeSecondFactor: () =>
      mutate({ run: () => removeSecondFactor(id), done: m.customer_second_factor_removed({ name }) }),
    trash: () => mutate({ run: () => trashCustomer(id), done: m.customer_trashed({ name }), undo: restore }),
    restore,
  }
}
