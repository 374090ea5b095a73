/** The codes of countries: one digit, the two-digit ones, or else three. */
const parts = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{4,})$/

/** A phone number as people read it: one of here without its country, one from elsewhere in groups. */
export function phoneText(number: string): string {
  const [, country, own = ''] = parts.exec(number) ?? []
  if (!country) return number
  if (country === '1' && own.length === 10) return own.replace(/^(...)(...)/, '($1) $2-')
  // Four at the end, threes before, and no digit alone.
  return `+${country} ${own.replaceAll(/(?<=\d\d)(?=(\d{3})*\d{4}$)/g, ' ')}`
}
