import { Refusal } from '@crm/client'
import { m } from '../../../messages/messages.js'
import type { ProfileChanges } from './profile.api.ts'
import { type Unfinished, unfinishedIn } from './profile.rules.ts'
import { isCanada } from './provinces.ts'

const words: Record<Unfinished, () => string> = {
  first_name: m.fault_blank,
  phone_number: m.profile_phone_short,
  postal_code: m.profile_postal_code_short,
}

/** Throws a `Refusal` that names every field of which only a part was typed, before anything is sent. */
export function refuseUnfinished(form: HTMLFormElement, changes: ProfileChanges): void {
  const unfinished = unfinishedIn(changes, { isCanadian: isCanada(fieldOf(form, 'country').value) })
  const faults = unfinished.map((name) => [name, [words[name]()]])
  const fields = { ...Object.fromEntries(faults), ...birthdayFaults(form) }
  if (Object.keys(fields).length > 0) throw new Refusal({ status: 400, code: 'invalid', fields })
}

/** A day that is not whole has no value to look at: the field itself knows. */
function birthdayFaults(form: HTMLFormElement): Record<string, string[]> {
  const { validity } = fieldOf(form, 'date_of_birth')
  return validity.valid ? {} : { date_of_birth: [m.fault_birthday()] }
}

const fieldOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement
