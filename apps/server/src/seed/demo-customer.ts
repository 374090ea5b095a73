export interface DemoCustomer {
  /** UUID version 7 of the day they joined. */
  readonly id: string
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  readonly phone_number: string
  readonly date_of_birth: string | null
  readonly street_address: string
  readonly city: string
  readonly province_state: string
  readonly postal_code: string
  readonly country: string
  readonly preferred_language: 'en' | 'fr' | 'ht' | 'es' | 'pt' | 'sw' | 'yo' | 'am'
  readonly dietary_preferences: string
  readonly favorite_products: string
  readonly email_notifications: boolean
  readonly sms_notifications: boolean
  readonly push_notifications: boolean
  readonly is_active: boolean
  readonly is_verified: boolean
  readonly date_joined: string
  readonly last_login: string | null
  readonly trashed_at: string | null
  /** Null for everybody who does not work here. */
  readonly role: 'owner' | 'manager' | 'marketer' | 'cashier' | 'auditor' | null
}

type Who = 'id' | 'email' | 'first_name' | 'last_name' | 'date_joined'

/** A customer like most: verified, active, in Toronto, reading mail. What makes this one particular comes in `person`. */
export function demoCustomer(person: Pick<DemoCustomer, Who> & Partial<DemoCustomer>): DemoCustomer {
  return {
    phone_number: '',
    date_of_birth: null,
    street_address: '',
    city: 'Toronto',
    province_state: 'Ontario',
    postal_code: '',
    country: 'Canada',
    preferred_language: 'en',
    dietary_preferences: '',
    favorite_products: '',
    email_notifications: true,
    sms_notifications: false,
    push_notifications: false,
    is_active: true,
    is_verified: true,
    last_login: null,
    trashed_at: null,
    role: null,
    ...person,
  }
}
