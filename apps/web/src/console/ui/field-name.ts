import type { CustomerChanges } from '@crm/contract'
import { m } from '../../messages/messages.js'

export type CustomerField = keyof CustomerChanges

const names: Record<CustomerField, () => string> = {
  first_name: m.customer_field_first_name,
  last_name: m.customer_field_last_name,
  email: m.customer_field_email,
  phone_number: m.customer_field_phone_number,
  date_of_birth: m.customer_field_date_of_birth,
  street_address: m.customer_field_street_address,
  city: m.customer_field_city,
  province_state: m.customer_field_province_state,
  postal_code: m.customer_field_postal_code,
  country: m.customer_field_country,
  preferred_language: m.customer_field_preferred_language,
  dietary_preferences: m.customer_field_dietary_preferences,
  favorite_products: m.customer_field_favorite_products,
  email_notifications: m.customer_field_email_notifications,
  sms_notifications: m.customer_field_sms_notifications,
  push_notifications: m.customer_field_push_notifications,
  is_active: m.customer_field_is_active,
  is_verified: m.customer_field_is_verified,
}

/** What a field of a customer is called; one that these pages do not know yet keeps its own name. */
export const fieldName = (field: string): string => names[field as CustomerField]?.() ?? field
