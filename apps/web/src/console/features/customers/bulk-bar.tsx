import './bulk-bar.css'
import type { BatchAction } from '@crm/contract'
import { IconBan, IconCheck, IconMailCheck, IconTrash, IconX } from '@tabler/icons-react'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Button, IconButton } from '../../ui/button.tsx'
import { useBatch } from './use-batch.ts'
import type { Selection } from './use-selection.ts'

const actions: readonly { action: BatchAction; label: () => string; icon: typeof IconBan }[] = [
  { action: 'activate', label: m.customers_do_activate, icon: IconCheck },
  { action: 'deactivate', label: m.customers_do_deactivate, icon: IconBan },
  { action: 'verify', label: m.customers_do_verify, icon: IconMailCheck },
  { action: 'trash', label: m.customers_do_trash, icon: IconTrash },
]

/** What can be done to those who are chosen. It stays in sight while the list scrolls. */
export function BulkBar({ selection }: { selection: Selection }) {
  const batch = useBatch(selection.clear)
  const count = selection.ids.length
  if (count === 0) return null
  return (
    <section className="bulk" aria-label={m.customers_bulk()}>
      <strong role="status">{m.customers_selected({ count, shown: formatNumber(count) })}</strong>
      <div className="bulk-actions">
        {actions.map(({ action, label, icon: Icon }) => (
          <Button
            key={action}
            size="xs"
            variant="default"
            leftSection={<Icon size={16} aria-hidden />}
            loading={batch.isPending && batch.variables.action === action}
            disabled={batch.isPending && batch.variables.action !== action}
            {...(action === 'trash' ? { c: 'var(--oil)' } : {})}
            onClick={() => batch.mutate({ action, ids: selection.ids })}
          >
            {label()}
          </Button>
        ))}
      </div>
      <IconButton label={m.customers_select_none()} onClick={selection.clear}>
        <IconX size={18} aria-hidden />
      </IconButton>
    </section>
  )
}
