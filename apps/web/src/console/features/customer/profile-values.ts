import type { CustomerChanges, CustomerDetail } from '@crm/contract'

/** What the form holds: no date of birth is an empty text. */
export type ProfileValues = Required<{
  [Field in keyof CustomerChanges]: CustomerDetail[Field] extends boolean
    ? boolean
    : Field extends 'preferred_language'
      ? CustomerDetail['preferred_language']
      : string
}>

/** The fields of the form as a customer has them now. */
export const profileValues = (customer: CustomerDetail): ProfileValues => ({
  first_name: customer.first_name,
  last_name: customer.last_name,
  email: customer.email,
  phone_number: customer.phone_number,
  date_of_birth: customer.date_of_birth ?? '',
  street_address: customer.street_address,
  city: customer.city,
  province_state: customer.province_state,
  postal_code: customer.postal_code,
  country: customer.country,
  preferred_language: customer.preferred_language,
  dietary_preferences: customer.dietary_preferences,
  favorite_products: customer.favorite_products,
  email_notifications: customer.email_notifications,
  sms_notifications: customer.sms_notifications,
  push_notifications: customer.push_notifications,
  is_active: customer.is_active,
  is_verified: customer.is_verified,
})

/** Only what was changed: what a colleague saved meanwhile in another field stays. */
export function changesOf(before: ProfileValues, after: ProfileValues): CustomerChanges {
  const fields = Object.keys(after) as (keyof ProfileValues)[]
  const changed = fields.filter((field) => before[field] !== after[field])
  const changes = Object.fromEntries(changed.map((field) => [field, after[field]]))
  return changes.date_of_birth === '' ? { ...changes, date_of_birth: null } : changes
}
