import type { SeededCustomer } from './customer-row.ts'

export const seededColumns = [
  'id',
  'email',
  'first_name',
  'last_name',
  'phone_number',
  'date_of_birth',
  'street_address',
  'city',
  'province_state',
  'postal_code',
  'country',
  'preferred_language',
  'dietary_preferences',
  'favorite_products',
  'email_notifications',
  'sms_notifications',
  'push_notifications',
  'is_active',
  'is_verified',
  'date_joined',
  'last_login',
  'updated_at',
] as const satisfies readonly (keyof SeededCustomer)[]

/** The customer as one line of COPY's text format: https://www.postgresql.org/docs/current/sql-copy.html */
export function copyLine(customer: SeededCustomer): string {
  return `${seededColumns.map((column) => copyValue(customer[column])).join('\t')}\n`
}

export function copyValue(value: string | boolean | Date | null): string {
  if (value === null) return '\\N'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  return /[\\\t\n\r]/.test(value)
    ? value.replace(/[\\\t\n\r]/g, (special) => escapes[special] ?? special)
    : value
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
