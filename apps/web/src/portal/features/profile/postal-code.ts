/** Canada Post's way of writing it, as far as it is typed: "m5v2t6" becomes "M5V 2T6". */
export function spellPostalCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]+/g, '')
  // What can't become a Canadian code is left as it is: it may be another country's.
  if (!/^([A-Z](\d([A-Z](\d([A-Z]\d?)?)?)?)?)?$/.test(letters)) return typed.toUpperCase()
  return letters.length > 3 ? `${letters.slice(0, 3)} ${letters.slice(3)}` : letters
}

/** Whether this is a Canadian code with all of its six characters, none of them one that Canada Post never uses. */
export const isWholePostalCode = (typed: string): boolean =>
  /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][\s-]*\d[ABCEGHJ-NPRSTV-Z]\d$/i.test(typed.trim())
