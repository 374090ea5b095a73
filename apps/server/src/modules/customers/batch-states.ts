import type { BatchAction } from '@crm/contract'
import type { State } from './batches.queries.ts'

const states: Record<BatchAction, State> = {
  activate: { flag: 'is_active', to: true },
  deactivate: { flag: 'is_active', to: false },
  verify: { flag: 'is_verified', to: true },
  trash: { flag: 'is_trashed', to: true },
}

/** What an action makes of a customer. */
export const stateAfter = (action: BatchAction): State => states[action]

/** What a customer was before, whom an action changed: the other of two. */
export const stateBefore = (action: BatchAction): State => ({ ...states[action], to: !states[action].to })
