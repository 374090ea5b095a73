import type { CustomerRow } from '@crm/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { m } from '../../../messages/messages.js'
import { useMay } from '../../app/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { restoreCustomer } from './customers.api.ts'

/** Takes a customer out of the trash. */
export function RestoreButton({ customer }: { customer: CustomerRow }) {
  const queryClient = useQueryClient()
  const name = customer.full_name || customer.email
  const restore = useMutation({
    mutationFn: () => restoreCustomer(customer.id),
    onSuccess: async () => {
      toast.done(m.customers_restored({ name }))
      await queryClient.invalidateQueries({ queryKey: ['customers'] })
    },
    onError: toast.refused,
  })
  if (!useMay('customers:manage')) return null
  return (
    <Button
      size="xs"
      variant="default"
      loading={restore.isPending}
      aria-label={m.customers_restore_name({ name })}
      onClick={() => restore.mutate()}
    >
      {m.customers_restore()}
    </Button>
  )
}
