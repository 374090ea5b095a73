import type { CustomerDetail } from '@crm/contract'
import type { FlagChanges } from '../audit/index.ts'

const flags = ['is_active', 'is_verified'] as const

/** What the trail may hold of a change beside the names of its fields: flags from what to what, never a person's words. */
export function flagChanges(
  before: CustomerDetail,
  after: Pick<CustomerDetail, (typeof flags)[number]>,
): { changes?: FlagChanges } {
  const changed = flags.filter((flag) => before[flag] !== after[flag])
  if (changed.length === 0) return {}
  return {
    changes: Object.fromEntries(changed.map((flag) => [flag, { from: before[flag], to: after[flag] }])),
  }
}
