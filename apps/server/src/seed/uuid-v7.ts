import type { RowRandom } from './random.ts'

/** A UUID version 7 (RFC 9562, section 5.7) of that instant, its random bits taken from `random`. */
export function uuidV7At(milliseconds: number, random: RowRandom): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const first = hex(random.bits())
  const second = hex(random.bits())
  const third = hex(random.bits())
  const variant = '89ab'[random.bits() >>> 30]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${first.slice(0, 3)}-${variant}${first.slice(3, 6)}-${second}${third.slice(0, 4)}`
}

function hex(bits: number): string {
  return bits.toString(16).padStart(8, '0')
}
