import { type City, greaterToronto } from './cities.ts'
import type { RowRandom } from './random.ts'

export interface HomeAddress {
  readonly street_address: string
  readonly city: string
  readonly province_state: string
  readonly postal_code: string
}

// Canada Post leaves out D, F, I, O, Q and U: they read as other letters or digits.
const postalLetters = [...'ABCEGHJKLMNPRSTVWXYZ']
const nowhere: HomeAddress = { street_address: '', city: '', province_state: '', postal_code: '' }

/** A home in the Greater Toronto Area; some told the store only their city, some nothing. */
export function homeAddress(random: RowRandom): HomeAddress {
  const told = random.fraction()
  if (told < 0.1) return nowhere
  const city = random.pick(greaterToronto)
  const known = { city: city.name, province_state: 'Ontario' }
  if (told < 0.14) return { ...known, street_address: '', postal_code: '' }
  return { ...known, street_address: streetAddress(random, city), postal_code: postalCode(random, city) }
}

function streetAddress(random: RowRandom, city: City): string {
  const street = random.pick(city.streets)
  const kind = random.fraction()
  if (kind < 0.3)
    return `${random.between(1, 24)}${digits(random.between(1, 15))}-${random.between(1, 300) * 5} ${street}`
  if (kind < 0.38) return `${random.between(4, 2400)} ${street}, Unit ${random.between(1, 60)}`
  if (kind < 0.42) return `${random.between(4, 900)} ${street}, Basement`
  return `${random.between(4, 2400)} ${street}`
}

function postalCode(random: RowRandom, city: City): string {
  const area = random.pick(city.forwardSortationAreas)
  return `${area} ${random.between(0, 9)}${random.pick(postalLetters)}${random.between(0, 9)}`
}

function digits(value: number): string {
  return String(value).padStart(2, '0')
}
