import type { RowRandom } from './random.ts'

// No exchange is ever one of these (211 to 911 are services, 555 is for films), so a message sent by mistake from
// a developer's machine rings at nobody's: https://en.wikipedia.org/wiki/North_American_Numbering_Plan
const unassignedExchanges = ['211', '311', '411', '511', '555', '611', '711', '811', '911']
const torontoAreas = ['416', '647', '437', '905', '289', '365', '942', '742']
// Jamaica, the Dominican Republic, Brooklyn and Miami.
const overseasAreas = ['876', '876', '876', '809', '718', '305']
// Libraries that check phone numbers know of no others in Jamaica.
const overseasExchanges = ['311', '411', '511', '555', '711']
const linesPerExchange = 10_000
const torontoNumbers = torontoAreas.length * unassignedExchanges.length * linesPerExchange
// Shares no factor with the amount of numbers, so that multiplying by it visits each of them once;
// small enough for ten million rows times it to be an exact number.
const stride = 373_587_883

/** E.164, or nothing. The first 720,000 rows have a Toronto number each; after that, two share one like a household. */
export function phoneNumber(random: RowRandom, row: number): string {
  const kind = random.fraction()
  if (kind < 0.09) return ''
  if (kind < 0.11) return overseasNumber(random)
  return torontoNumber((row * stride) % torontoNumbers)
}

function torontoNumber(index: number): string {
  const line = index % linesPerExchange
  const block = Math.floor(index / linesPerExchange)
  const exchange = unassignedExchanges[Math.floor(block / torontoAreas.length)]
  return `+1${torontoAreas[block % torontoAreas.length]}${exchange}${digits(line, 4)}`
}

function overseasNumber(random: RowRandom): string {
  const place = random.fraction()
  // The ranges that Ofcom (London) and ARCEP (Paris) keep for fiction.
  if (place < 0.2) return `+442079460${digits(random.between(0, 999), 3)}`
  if (place < 0.35) return `+3319900${digits(random.between(0, 9999), 4)}`
  return `+1${random.pick(overseasAreas)}${random.pick(overseasExchanges)}${digits(random.between(0, 9999), 4)}`
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
