import type { Profile } from '@crm/contract'
import { isSamePhoneNumber } from './phone-number.ts'
import type { ProfileChanges } from './profile.api.ts'

/** What of a filled-in form differs from what is kept. An empty birthday is none; a phone in another spelling is the same. */
export function changesIn(values: Readonly<Record<string, string>>, profile: Profile): ProfileChanges {
  const changed = Object.entries(values).filter(([name, typed]) => {
    const kept = String(profile[name as keyof Profile] ?? '')
    return typed.trim() !== kept && !(name === 'phone_number' && isSamePhoneNumber(typed, kept))
  })
  return Object.fromEntries(
    changed.map(([name, typed]) => [name, name === 'date_of_birth' && typed === '' ? null : typed.trim()]),
  )
}
