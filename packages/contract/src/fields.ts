import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'

/** What the fields of every request are built from. Lengths count characters, not UTF-16 units. */

const toText = (value: unknown) => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return value
}

const toTrimmedText = (value: unknown) => {
  const text = toText(value)
  return typeof text === 'string' ? text.trim() : text
}

const isStorable = (value: string) => !value.includes('\0') && value.isWellFormed()
const storable = { error: 'Null characters and broken Unicode are not allowed.', abort: true }

const blank = { error: 'This field may not be blank.', abort: true }
const isNotBlank = (value: string) => value !== ''

const withinLength = (max: number) => ({
  check: (value: string) => value.length <= max || [...value].length <= max,
  message: `Ensure this field has no more than ${max} characters.`,
})

function boundedText(prepare: (value: unknown) => unknown, max: number) {
  const { check, message } = withinLength(max)
  return z.preprocess(
    prepare,
    z.string().refine(isStorable, storable).refine(check, { error: message }).meta({ maxLength: max }),
  )
}

const isOneLine = (value: string) => !/[\p{Cc}\u2028\u2029]/u.test(value)
const oneLine = { error: 'Line breaks and control characters are not allowed.', abort: true }

/** One line of at most `max` characters, trimmed; may be `""`: a name may not bring paragraphs into a mail. */
export const line = (max: number) => text(max).refine(isOneLine, oneLine)

/** One line that says something: trimmed, 1 to `max` characters. */
export const requiredLine = (max: number) => requiredText(max).refine(isOneLine, oneLine)

/** Text of at most `max` characters, trimmed; may be `""`. Numbers are taken as their digits, as DRF does. */
export const text = (max: number) => boundedText(toTrimmedText, max)

/** Text that says something: trimmed, 1 to `max` characters. */
export function requiredText(max: number) {
  const { check, message } = withinLength(max)
  return z.preprocess(
    toTrimmedText,
    z
      .string()
      .refine(isNotBlank, blank)
      .refine(isStorable, storable)
      .refine(check, { error: message })
      .meta({ minLength: 1, maxLength: max }),
  )
}

/** A password exactly as typed: never trimmed, never cut. The policy on new ones is the server's. */
export function password() {
  const { check, message } = withinLength(1_000)
  return z.preprocess(
    toText,
    z
      .string()
      .refine(isNotBlank, blank)
      .refine((value) => value.isWellFormed(), storable)
      .refine(check, { error: message })
      .meta({ minLength: 1, maxLength: 1_000, format: 'password' }),
  )
}

const wrongEmail = 'Enter a valid email address.'

/** An email address of at most 254 characters (RFC 5321, 4.5.3.1.3), as typed but for spaces around it. */
export function email() {
  const { check, message } = withinLength(254)
  return z.preprocess(
    toTrimmedText,
    z
      .string({ error: (issue) => (issue.input == null ? undefined : wrongEmail) })
      .refine(isNotBlank, blank)
      .refine(check, { error: message, abort: true })
      .pipe(z.email({ error: wrongEmail }))
      .meta({ maxLength: 254, format: 'email' }),
  )
}

const trueWords = new Set<unknown>([true, 1, 't', 'y', 'yes', 'true', 'on', '1'])
const falseWords = new Set<unknown>([false, 0, 'f', 'n', 'no', 'false', 'off', '0'])

const toBoolean = (value: unknown) => {
  const word = typeof value === 'string' ? value.toLowerCase() : value
  if (trueWords.has(word)) return true
  if (falseWords.has(word)) return false
  return value
}

/** Yes or no, in any of the spellings that DRF takes. */
export const flag = () => z.preprocess(toBoolean, z.boolean())

const wrongDate = 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'

/** A calendar date, `YYYY-MM-DD`. There was no year 0. */
export const date = () =>
  z.iso
    .date({ error: (issue) => (issue.input === undefined ? undefined : wrongDate), abort: true })
    .refine((day) => !day.startsWith('0000'), { error: wrongDate, abort: true })

/** A day on which somebody alive today may be born: from 1900 to today, where the day is furthest ahead. */
export const dateOfBirth = () =>
  date().refine(
    (day) => day >= '1900-01-01' && day <= new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10),
    { error: 'Enter a date from 1900 to today.' },
  )

/** One of a few words. */
export function choice<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.preprocess(
    toTrimmedText,
    z.enum(words, {
      error: (issue) =>
        issue.input == null ? undefined : `"${shortened(issue.input)}" is not a valid choice.`,
    }),
  )
}

/** What was sent, to be quoted in an answer: an object may have no text of its own, and a text may be long. */
const shortened = (value: unknown) => (typeof value === 'object' ? 'object' : String(value).slice(0, 100))

/** A parameter of an address: a form sends those that were left empty too. */
export const unlessEmpty = <Field extends z.ZodType>(field: Field) =>
  z.preprocess((value) => (value === '' ? undefined : value), field.optional())

/** A moment in UTC, ISO 8601 with `Z`. */
export const timestamp = () => z.iso.datetime().meta({ examples: ['2026-11-01T09:30:00.123456Z'] })

export const id = () => z.uuid().meta({ examples: ['0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f'] })

/** ITU-T E.164: a plus, the country code, fifteen digits at most in all. */
const e164 = /^\+[1-9]\d{5,14}$/

/** A phone number in E.164, or `""`. Without a country code it is taken for a Canadian one. */
export const phoneNumber = () =>
  text(40)
    .transform((value, context) => {
      if (value === '') return value
      const number = parsePhoneNumberFromString(value, { defaultCountry: 'CA', extract: false })
      if (number?.isPossible() && !number.ext && e164.test(number.number)) return number.number as string
      context.addIssue({ code: 'custom', message: 'Enter a valid phone number, for example +14165550123.' })
      return z.NEVER
    })
    .pipe(z.string().meta({ maxLength: 40, examples: ['+14165550123'] }))
    .describe('With its country code, or a Canadian number in any spelling; kept as E.164.')
