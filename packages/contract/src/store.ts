import { z } from 'zod'
import { storeLanguages } from './choices.ts'
import { examples } from './examples.ts'
import { choice, email, flag, line, password, requiredLine, requiredText } from './fields.ts'

/** The way time zones are spelled: no offsets, which know nothing of summer. */
const zoneName = /^([A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}|UTC)$/

function isTimeZone(name: string): boolean {
  if (!zoneName.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    // The only way in which Intl says that it knows no such zone.
    return false
  }
}

/** A time zone of the IANA database. */
const timeZone = () =>
  requiredText(64)
    .refine(isTimeZone, { error: 'Choose a time zone, for example America/Toronto.' })
    .describe('A name of the IANA time zone database.')

const isCurrency = (code: string) => Intl.supportedValuesOf('currency').includes(code)

/** A currency of ISO 4217, kept in capitals. */
const currency = () =>
  requiredText(3)
    .transform((code) => code.toUpperCase())
    .pipe(
      z
        .string()
        .refine(isCurrency, { error: 'Choose a currency by its three letters, for example CAD.' })
        .meta({ minLength: 3, maxLength: 3 }),
    )
    .describe('The three letters of ISO 4217.')

const settings = {
  name: requiredLine(100),
  language: choice(storeLanguages),
  time_zone: timeZone(),
  currency: currency(),
}

export const store = z
  .object({
    name: z.string(),
    language: z.enum(storeLanguages),
    time_zone: z.string(),
    currency: z.string(),
    is_set_up: z.boolean().describe('Whether somebody owns the store yet.'),
  })
  .meta({
    id: 'Store',
    description: 'What the store says of itself, as it is now.',
    examples: [examples.store],
  })
export type Store = z.infer<typeof store>

export const storeChanges = z
  .object(settings)
  .partial()
  .meta({ id: 'StoreChanges', examples: [{ name: 'Marché Adé', language: 'fr' }] })
export type StoreChanges = z.infer<typeof storeChanges>

export const setupQuery = z.object({ token: requiredText(500).describe('As the start printed it.') })

export const setup = z
  .object({
    is_open: z.literal(true),
    offers_demo: z.boolean().describe('Whether made-up people can be brought in to look around.'),
  })
  .meta({
    id: 'Setup',
    description: 'The link works: the store has no owner yet.',
    examples: [{ is_open: true, offers_demo: true }],
  })
export type Setup = z.infer<typeof setup>

export const storeSetup = z
  .object({
    token: requiredText(500).describe('As the start printed it.'),
    email: email(),
    password: password(),
    password_confirm: password(),
    first_name: requiredLine(150),
    last_name: line(150).describe('People with one name leave it empty.'),
    store_name: settings.name,
    language: settings.language,
    time_zone: settings.time_zone,
    currency: settings.currency,
  })
  .extend(
    z
      .object({
        demo: flag().describe('`true` brings in made-up people to look around; never in production.'),
      })
      .partial().shape,
  )
  .meta({
    id: 'StoreSetup',
    examples: [
      {
        ...examples.oneTimeToken,
        email: 'ade@example.com',
        password: 'Plantain-Frit-26!',
        password_confirm: 'Plantain-Frit-26!',
        first_name: 'Adé',
        last_name: 'Ògúnbánjọ',
        store_name: examples.store.name,
        language: 'fr',
        time_zone: examples.store.time_zone,
        currency: examples.store.currency,
        demo: false,
      },
    ],
  })
export type StoreSetup = z.infer<typeof storeSetup>
