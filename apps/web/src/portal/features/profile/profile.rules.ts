import type { Profile } from '@crm/contract'
import { isSamePhoneNumber, isWholePhoneNumber } from './phone-number.ts'
import { isWholePostalCode } from './postal-code.ts'
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

/** The fields of which only a part was typed, as far as that can be told before they are sent: they are not saved. */
export function unfinishedIn(
  { first_name, phone_number, postal_code }: ProfileChanges,
  { isCanadian }: { isCanadian: boolean },
): Unfinished[] {
  const isUnfinished: Record<Unfinished, boolean> = {
    first_name: first_name === '',
    phone_number: Boolean(phone_number) && !isWholePhoneNumber(phone_number ?? ''),
    postal_code: isCanadian && Boolean(postal_code) && !isWholePostalCode(postal_code ?? ''),
  }
  return (Object.keys(isUnfinished) as Unfinished[]).filter((name) => isUnfinished[name])
}

export type Unfinished = 'first_name' | 'phone_number' | 'postal_code'
