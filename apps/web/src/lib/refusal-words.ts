import type { Refusal } from '@crm/client'
import { fieldText } from './field-text.ts'
import { refusalText } from './refusal-text.ts'

type Words = { fields: Record<string, string[]>; problem: string }

/** Everything that a form says about a refusal: beside its fields, and above its button. */
export function wordsOf(refusal: Refusal): Words {
  const entries = Object.entries(refusal.fields).map(([name, said]) => [name, said.map(fieldText)] as const)
  const { non_field_errors = [], ...fields } = Object.fromEntries(entries)
  return { fields, problem: refusal.code === 'invalid' ? non_field_errors.join(' ') : refusalText(refusal) }
}

/** The whole of a refusal in a sentence or some, where no field can show its part. */
export function wholeText(refusal: Refusal): string {
  return Object.values(refusal.fields).flat().map(fieldText).join(' ') || refusalText(refusal)
}
