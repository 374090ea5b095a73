/**
 * Writes a Canadian number the way people read it, as far as it is typed: "4165550123" becomes "416 555-0123". A number
 * of another country, which begins with a plus, and whatever else it may be stay as typed: the server decides.
 */
export function spellPhoneNumber(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  const isForeign = typed.trim().startsWith('+') && !digits.startsWith('1')
  if (isForeign || /[^\d\s().+-]/.test(typed)) return typed
  const prefix = digits.startsWith('1') ? (typed.trim().startsWith('+') ? '+1 ' : '1 ') : ''
  const own = prefix ? digits.slice(1) : digits
  if (own.length > 10 || own.length < 4) return typed
  const [area, exchange, line] = [own.slice(0, 3), own.slice(3, 6), own.slice(6)]
  return `${prefix}${area} ${exchange}${line ? `-${line}` : ''}`
}

/** Whether this can be a whole number: ten digits in Canada, and a plus with the country before any other. */
export function isWholePhoneNumber(typed: string): boolean {
  const digits = typed.replace(/\D/g, '')
  if (typed.trim().startsWith('+'))
    return digits.length >= (digits.startsWith('1') ? 11 : 7) && digits.length <= 15
  return digits.length === (digits.startsWith('1') ? 11 : 10)
}

/** Whether two spellings mean one number; without its country's code a number is Canadian. */
export function isSamePhoneNumber(one: string, other: string): boolean {
  return ownDigits(one) === ownDigits(other)
}

function ownDigits(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  return typed.trim().startsWith('+') || digits.length !== 10 ? digits : `1${digits}`
}
