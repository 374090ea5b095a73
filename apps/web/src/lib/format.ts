import { region } from './language.ts'

/** Dates, numbers and money as people in Canada write them in their language. */

export const formatDate = (moment: string): string =>
  new Intl.DateTimeFormat(region(), { dateStyle: 'long' }).format(new Date(moment))

/** A calendar day, `2026-11-01`, which is the same day everywhere. */
export const formatCalendarDay = (day: string): string =>
  day &&
  new Intl.DateTimeFormat(region(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** A moment as its day, short: for columns. */
export const formatShortDate = (moment: string): string =>
  new Intl.DateTimeFormat(region(), { dateStyle: 'medium' }).format(new Date(moment))

export const formatMonth = (moment: string): string =>
  new Intl.DateTimeFormat(region(), { year: 'numeric', month: 'long' }).format(new Date(moment))

export const formatMoment = (moment: string): string =>
  new Intl.DateTimeFormat(region(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))

/** A phone number as people here read it; one from elsewhere as it is dialled. */
export const formatPhone = (number: string): string =>
  number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')

export const formatNumber = (value: number): string => new Intl.NumberFormat(region()).format(value)

/** `amount` in dollars and cents, as text of the API: "512.40". */
export const formatMoney = (amount: string, currency = 'CAD'): string =>
  new Intl.NumberFormat(region(), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    Number(amount),
  )

export const formatTime = (moment: string): string =>
  new Intl.DateTimeFormat(region(), { timeStyle: 'short' }).format(new Date(moment))

/** A day of the calendar with its name. */
export const formatDay = (day: Date): string =>
  new Intl.DateTimeFormat(region(), { dateStyle: 'full' }).format(day)
