import type { Refusal } from '@crm/client'
import { fieldText } from '../../lib/field-text.ts'
import { refusalText } from '../../lib/refusal-text.ts'
import { m } from '../../messages/messages.js'

/** What only staff is told; the rest is said alike in the portal. */
const ofFields: Record<string, () => string> = {
  'This is not your password.': m.refused_own_password,
  'This code is wrong or was used before. Wait for the next one.': m.refused_code,
  'This is not the code. Enter the one that the app shows now.': m.refused_first_code,
  'Begin again: this took longer than an hour.': m.refused_setup_over,
  'This is the only owner. Make somebody else an owner first.': m.staff_last_owner,
  'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.': m.refused_date,
  'Enter a date from 1900 to today.': m.refused_date,
  'Customer with this email already exists.': m.fault_email_known,
  'Choose a time zone, for example America/Toronto.': m.refused_time_zone,
  'Choose a currency by its three letters, for example CAD.': m.refused_currency,
}

const ofCodes: Record<string, () => string> = {
  otp_required: m.console_code_text,
  otp_invalid: m.refused_code,
  permission_denied: m.refused_permission,
  not_found: m.refused_gone,
}

const ofSentences: Record<string, () => string> = {
  'This account is deactivated. Activate it first.': m.refused_deactivated,
  'This address is verified already.': m.refused_verified,
  'This was undone already.': m.refused_undone,
  'No second step is on.': m.refused_no_second_factor,
  'The second step is not on.': m.refused_no_second_factor,
  'Somebody has registered with this address since.': m.refused_address_taken,
  'Turn your own second step off in your account: that asks for the password and a code.':
    m.refused_own_second_factor,
}

/** Why a field was refused, in the reader's language. */
export const fieldWords = (sentence: string): string => ofFields[sentence]?.() ?? fieldText(sentence)

/** Why something was refused as a whole, field by field where fields are named, in the reader's language. */
export function refusedWords(refusal: Refusal): string {
  const fields = Object.values(refusal.fields).flat().map(fieldWords).join(' ')
  if (fields) return fields
  const words = ofSentences[refusal.message] ?? ofCodes[refusal.code]
  return words?.() ?? refusalText(refusal)
}
