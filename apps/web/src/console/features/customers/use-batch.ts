import type { Batch, BatchAction, SkipReason } from '@crm/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { toast } from '../../ui/toast.tsx'
import { changeMany, undoMany } from './customers.api.ts'

type Counted = { count: number; shown: string }

const doneTexts: Record<BatchAction, (counted: Counted) => string> = {
  activate: m.customers_activated,
  deactivate: m.customers_deactivated_many,
  verify: m.customers_verified_many,
  trash: m.customers_trashed,
}

const reasonTexts: Record<SkipReason, (counted: Counted) => string> = {
  not_found: m.customers_skipped_not_found,
  unchanged: m.customers_skipped_unchanged,
  own_account: m.customers_skipped_own,
  staff_account: m.customers_skipped_staff,
  last_owner: m.customers_skipped_last_owner,
  changed_since: m.customers_skipped_changed,
  email_taken: m.customers_skipped_email,
}

/** Does the same to many customers at once, says what came of it, and takes it back where Undo is pressed. */
export function useBatch(onDone: () => void) {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['customers'] })
  const undo = useMutation({
    mutationFn: ({ id }: Batch) => undoMany(id),
    onSuccess: (undone) => {
      toast.done(sentences(m.customers_undone(counted(undone.count)), undone.skipped))
      return refresh()
    },
    onError: toast.refused,
  })
  return useMutation({
    mutationFn: ({ action, ids }: { action: BatchAction; ids: readonly string[] }) => changeMany(action, ids),
    onSuccess: (batch) => {
      const text = sentences(doneTexts[batch.action](counted(batch.count)), batch.skipped)
      toast.done(text, batch.count > 0 ? () => undo.mutate(batch) : undefined)
      onDone()
      return refresh()
    },
    onError: toast.refused,
  })
}

const counted = (count: number): Counted => ({ count, shown: formatNumber(count) })

/** What was done, then how many were left as they are, for each reason. */
function sentences(done: string, skipped: Batch['skipped']): string {
  const reasons = Map.groupBy(skipped, ({ reason }) => reason)
  const left = [...reasons].map(([reason, those]) => reasonTexts[reason](counted(those.length)))
  return [done, ...left].join(' ')
}
