import { m } from '../../../messages/messages.js'
import type { CustomerField } from '../../ui/field-name.ts'

/** The fields of a profile in the order in which people speak of them. */
export const profileGroups: readonly { title: () => string; fields: readonly CustomerField[] }[] = [
  {
    title: m.customer_group_name,
    fields: ['first_name', 'last_name', 'email', 'phone_number', 'preferred_language', 'date_of_birth'],
  },
  {
    title: m.customer_group_address,
    fields: ['street_address', 'city', 'province_state', 'postal_code', 'country'],
  },
  { title: m.customer_group_taste, fields: ['dietary_preferences', 'favorite_products'] },
  {
    title: m.customer_group_messages,
    fields: ['email_notifications', 'sms_notifications', 'push_notifications'],
  },
]
