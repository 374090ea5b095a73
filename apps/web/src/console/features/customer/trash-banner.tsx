import type { CustomerDetail, Person } from '@crm/contract'
import { formatDate } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Alert } from '../../ui/text.tsx'
import { useCustomerActions } from './use-customer-actions.ts'
import { whyNotAccount } from './who-may-change.ts'

const daysInTrash = 30

type TrashBannerProps = { customer: CustomerDetail; reader: Person; since: string }

/** Says that a customer is in the trash, until when, and how to get them back. */
export function TrashBanner({ customer, reader, since }: TrashBannerProps) {
  const { restore, isBusy } = useCustomerActions(customer)
  const reason = whyNotAccount(reader, customer)
  const until = new Date(new Date(since).getTime() + daysInTrash * 86_400_000).toISOString()
  return (
    <Alert
      color="var(--oil)"
      title={m.customer_trash_banner({ since: formatDate(since), until: formatDate(until) })}
    >
      <p>
        {reason ?? m.customer_trash_banner_text()} {m.customer_trash_closed()}
      </p>
      {reason === undefined && (
        <Button mt="sm" loading={isBusy} onClick={restore}>
          {m.customer_restore()}
        </Button>
      )}
    </Alert>
  )
}
