import { clientele } from './communities/all.ts'
import { emailAddress } from './email-address.ts'
import { favoriteProducts } from './favorite-products.ts'
import { homeAddress } from './home-address.ts'
import { personName } from './person-name.ts'
import { phoneNumber } from './phone-number.ts'
import { RowRandom, scramble } from './random.ts'
import { timeline } from './timeline.ts'
import { uuidV7At } from './uuid-v7.ts'

export type SeededCustomer = ReturnType<typeof customerRow>

const yearMs = 365.25 * 86_400_000

/** The customer of that row: the same for the same seed and reference time, however many rows are asked for. */
export function customerRow(row: number, seed: number, referenceTime: Date) {
  const random = new RowRandom(seed, row)
  const { joinedAt, lastLoginAt, updatedAt } = timeline(random, referenceTime.getTime())
  const community = random.pick(clientele)
  const name = personName(random, community)
  const phone_number = phoneNumber(random, row)

  return {
    id: uuidV7At(joinedAt, random),
    email: emailAddress(random, name, row, seed),
    ...name,
    phone_number,
    date_of_birth: dateOfBirth(random, joinedAt),
    ...homeAddress(random),
    country: 'Canada',
    preferred_language: random.pick(community.languages),
    dietary_preferences: random.pick(community.diets),
    favorite_products: favoriteProducts(random, community),
    email_notifications: random.chance(0.62),
    sms_notifications: random.chance(0.38) && phone_number !== '',
    push_notifications: random.chance(0.22),
    is_active: random.chance(0.97),
    is_verified: isVerified(row, seed),
    date_joined: new Date(joinedAt),
    last_login: lastLoginAt === undefined ? null : new Date(lastLoginAt),
    updated_at: new Date(updatedAt),
  }
}

/** Adults from eighteen to some eighty-five on the day they joined, most of them in the first half of that. */
function dateOfBirth(random: RowRandom, joinedAt: number): string | null {
  if (random.chance(0.35)) return null
  const age = 18.1 + 67 * random.fraction() * Math.sqrt(random.fraction())
  return new Date(joinedAt - age * yearMs).toISOString().slice(0, 10)
}

/** Six in every ten rows, so that the share is exact for small amounts too; which six differs from ten to ten. */
function isVerified(row: number, seed: number): boolean {
  const ten = Math.floor(row / 10)
  return (row * 7 + scramble(ten ^ scramble(seed))) % 10 < 6
}
