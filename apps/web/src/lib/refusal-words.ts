import type { Refusal } from '@crm/client'
import { m } from '../messages/messages.js'
import { fieldText } from './field-text.ts'
import { refusalText } from './refusal-text.ts'

type Words = { fields: Record<string, string[]>; problem: string }

/** Forms that are refused for a code have a field for it. */
const ofCode: Record<string, () => string> = { otp_required: m.code_missing, otp_invalid: m.fault_code_used }

/** Everything that a form says about a refusal: beside its fields, and above its button. */
export function wordsOf(refusal: Refusal): Words {
  const otp = ofCode[refusal.code]?.()
  if (otp) return { fields: { otp: [otp] }, problem: '' }
  const entries = Object.entries(refusal.fields).map(([name, said]) => [name, said.map(fieldText)] as const)
  const { non_field_errors = [], ...fields } = Object.fromEntries(entries)
  return { fields, problem: refusal.code === 'invalid' ? non_field_errors.join(' ') : refusalText(refusal) }
}

/** The whole of a refusal in a sentence or some, where no field can show its part. */
export function wholeText(refusal: Refusal): string {
  return Object.values(refusal.fields).flat().map(fieldText).join(' ') || refusalText(refusal)
}
