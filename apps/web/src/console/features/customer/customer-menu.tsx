import type { CustomerDetail, Person } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { ActionMenu, type MenuAction } from '../../ui/action-menu.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useCustomerActions } from './use-customer-actions.ts'
import { whyNotAccount, whyNotLockOut } from './who-may-change.ts'

/** What can be done to a customer as a whole; what the reader may not do says why. */
export function CustomerMenu({ customer, reader }: { customer: CustomerDetail; reader: Person }) {
  const actions = useCustomerActions(customer)
  const [isAsking, setAsking] = useState(false)
  const account = whyNotAccount(reader, customer)
  const lockOut = whyNotLockOut(reader, customer)

  const items: (MenuAction | false)[] = [
    !customer.is_verified && { label: m.customer_send_verification(), run: actions.verify, reason: account },
    { label: m.customer_send_password_reset(), run: actions.resetPassword, reason: account },
    { label: m.customer_sign_out_everywhere(), run: actions.signOut, reason: account },
    reader.role === 'owner' && { label: m.customer_remove_second_factor(), run: () => setAsking(true) },
    customer.is_active
      ? { label: m.customer_deactivate(), run: actions.deactivate, reason: lockOut }
      : { label: m.customer_activate(), run: actions.activate, reason: account },
    { label: m.customer_trash(), run: actions.trash, reason: lockOut, isDangerous: true },
  ]
  return (
    <>
      <ActionMenu
        label={m.customer_actions()}
        isBusy={actions.isBusy}
        items={items.filter((item) => item !== false)}
      />
      <Confirm
        isOpen={isAsking}
        title={m.customer_remove_second_factor_title({ name: customer.full_name })}
        text={m.customer_remove_second_factor_text()}
        action={m.customer_remove_second_factor()}
        onConfirm={() => {
          setAsking(false)
          actions.removeSecondFactor()
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
