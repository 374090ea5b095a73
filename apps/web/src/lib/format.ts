import { region } from './language.ts'

/** Dates, numbers and money as people in Canada write them in their language. */

const moments = (options: Intl.DateTimeFormatOptions) => (moment: string | Date) =>
  together(new Intl.DateTimeFormat(region(), options).format(new Date(moment)))

/** The hours of a French time, `02 h 08`, stay on one line. */
const together = (text: string) => text.replace(/ h (?=\d)/, '\u00a0h\u00a0')

export const formatDate = moments({ dateStyle: 'long' })
/** A moment as its day, short: for columns. */
export const formatShortDate = moments({ dateStyle: 'medium' })
export const formatMonth = moments({ year: 'numeric', month: 'long' })
export const formatMoment = moments({ dateStyle: 'medium', timeStyle: 'short' })
export const formatTime = moments({ timeStyle: 'short' })
/** A day of the calendar with its name. */
export const formatDay = moments({ dateStyle: 'full' })

const calendarDay = moments({ dateStyle: 'medium', timeZone: 'UTC' })
/** A calendar day, `2026-11-01`, which is the same day everywhere. */
export const formatCalendarDay = (day: string): string => day && calendarDay(`${day}T00:00:00Z`)

export const formatNumber = (value: number): string => new Intl.NumberFormat(region()).format(value)

/** `amount` in dollars and cents, as text of the API: "512.40". */
export const formatMoney = (amount: string, currency = 'CAD'): string =>
  new Intl.NumberFormat(region(), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    Number(amount),
  )
