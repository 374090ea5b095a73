import type { CustomerRow } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { Checkbox } from '../../ui/inputs.tsx'
import type { Selection } from './use-selection.ts'

/** The box of one customer; with the shift key it takes all since the last one. */
export function SelectBox({ customer, selection }: { customer: CustomerRow; selection: Selection }) {
  return (
    <Checkbox
      aria-label={m.customers_select({ name: customer.full_name || customer.email })}
      checked={selection.has(customer.id)}
      onChange={({ nativeEvent }) =>
        selection.toggle(customer.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  )
}
