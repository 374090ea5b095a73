import { keptRules, type PasswordRule, passwordRules } from '../../../lib/password-advice.ts'
import { m } from '../../../messages/messages.js'
import type { FieldErrors } from '../../ui/use-form.ts'

const passwordFaults: Record<PasswordRule, () => string> = {
  length: m.fault_password_length,
  letter: m.fault_password_letter,
  digit: m.fault_password_digit,
  special: m.fault_password_special,
  unlike: m.fault_password_unlike,
}

/** What can be told before a step is left, so that nobody is sent back to it from the last one. */
export function stepFaults(form: HTMLFormElement, step: number): FieldErrors {
  const typed = Object.fromEntries(new FormData(form)) as Record<string, string>
  const inputs = [...form.querySelectorAll<HTMLInputElement>(`[data-step="${step}"] input`)]
  const faults = inputs.map((input) => [input.name, faultsOf(input, typed)] as const)
  return Object.fromEntries(faults.filter(([, said]) => said.length > 0))
}

function faultsOf(input: HTMLInputElement, typed: Record<string, string>): string[] {
  if (input.required && input.value.trim() === '') return [m.fault_blank()]
  if (input.validity.typeMismatch) return [m.fault_email()]
  if (input.name !== 'password') return []
  const kept = keptRules(input.value, typed)
  return passwordRules.filter((rule) => !kept.has(rule)).map((rule) => passwordFaults[rule]())
}
