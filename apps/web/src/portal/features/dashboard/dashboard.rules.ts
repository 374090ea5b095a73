import type { Profile } from '@crm/contract'

export type PartOfDay = 'morning' | 'afternoon' | 'evening'

/** Which greeting fits at this hour of the person's own clock. */
export function partOfDay(hour: number): PartOfDay {
  if (hour >= 5 && hour < 12) return 'morning'
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
}

export type Missing = 'phone' | 'picture' | 'preferences'

/** What a person has not told the store yet and may want to. */
export function missingIn(profile: Profile): Missing[] {
  const told = {
    picture: profile.profile_picture,
    phone: profile.phone_number,
    preferences: profile.dietary_preferences + profile.favorite_products,
  }
  return (Object.keys(told) as Missing[]).filter((part) => told[part] === '')
}
