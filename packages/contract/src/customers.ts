import { z } from 'zod'
import { customerOrderings, languages } from './choices.ts'
import { examples } from './examples.ts'
import {
  choice,
  date,
  dateOfBirth,
  email,
  flag,
  id,
  line,
  password,
  phoneNumber,
  requiredLine,
  text,
  timestamp,
  unlessEmpty,
} from './fields.ts'
import { pageOf } from './pages.ts'
import { roles } from './permissions.ts'
import { otp } from './second-factor.ts'

/** What anybody may say about themselves, at registration and later. */
export const profileFields = {
  phone_number: phoneNumber(),
  date_of_birth: dateOfBirth().nullable(),
  street_address: line(255),
  city: line(100),
  province_state: line(100),
  postal_code: line(20),
  country: line(100),
  preferred_language: choice(languages),
  dietary_preferences: text(2_000),
  favorite_products: text(2_000),
  email_notifications: flag(),
  sms_notifications: flag(),
  push_notifications: flag(),
}

const names = { first_name: requiredLine(150), last_name: line(150) }

const allOptional = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).partial()

const profileExample = {
  first_name: 'Ọlá',
  last_name: 'Adébáyọ̀',
  phone_number: '+14165550123',
  city: 'Toronto',
  favorite_products: 'Plantain, egusi',
}

export const profileChanges = allOptional({
  email: email(),
  password: password().describe('Your password: asked for when `email` changes.'),
  otp: unlessEmpty(otp()).describe('Needed where the second step is on and `email` changes.'),
  ...names,
  ...profileFields,
}).meta({ id: 'ProfileChanges', examples: [profileExample] })

/** What PUT takes: as in the seed, only the email must be there, and what is left out stays. */
export const wholeProfile = profileChanges.required({ email: true }).meta({
  id: 'WholeProfile',
  description:
    'Only `email` must be there. As with PATCH, a field that is left out stays as it is: send `""` to empty a text, `null` for no date of birth.',
  examples: [{ email: 'ola@example.com', ...profileExample }],
})

const totals = {
  total_purchases: z.int().describe('How many purchases.'),
  total_spent: z
    .string()
    .regex(/^-?\d+\.\d\d$/)
    .describe('Dollars and cents.'),
  loyalty_points: z.int(),
}

const said = {
  phone_number: z.string(),
  date_of_birth: z.iso.date().nullable(),
  street_address: z.string(),
  city: z.string(),
  province_state: z.string(),
  postal_code: z.string(),
  country: z.string(),
  preferred_language: z.enum(languages),
  dietary_preferences: z.string(),
  favorite_products: z.string(),
  profile_picture: z
    .string()
    .describe(
      'The path of the picture, 256 pixels wide and high; put 64 or 512 in its place for those. Empty without one.',
    ),
  email_notifications: z.boolean(),
  sms_notifications: z.boolean(),
  push_notifications: z.boolean(),
}

export const profile = z
  .object({
    id: id(),
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    full_name: z.string(),
    ...said,
    is_verified: z.boolean(),
    is_staff: z.boolean(),
    ...totals,
    date_joined: timestamp(),
    last_login: timestamp().nullable(),
    updated_at: timestamp(),
  })
  .meta({ id: 'Profile', description: 'The whole profile, as it is now.', examples: [examples.profile] })
export type Profile = z.infer<typeof profile>

export const dashboard = z
  .object({
    profile: z.object({ id: id(), email: z.string(), full_name: z.string() }),
    statistics: z.object({
      total_purchases: z.int(),
      loyalty_points: z.int(),
      member_since: timestamp(),
    }),
    notifications_enabled: z.object({ email: z.boolean(), sms: z.boolean(), push: z.boolean() }),
  })
  .meta({
    id: 'Dashboard',
    description: 'Who the person is and a few numbers about them.',
    examples: [examples.dashboard],
  })
export type Dashboard = z.infer<typeof dashboard>

export const customerRow = z
  .object({
    id: id(),
    email: z.string(),
    full_name: z.string(),
    phone_number: z.string(),
    city: z.string(),
    total_purchases: z.int(),
    loyalty_points: z.int(),
    is_active: z.boolean(),
    is_verified: z.boolean(),
    is_staff: z.boolean(),
    date_joined: timestamp(),
    last_login: timestamp().nullable(),
  })
  .meta({ id: 'CustomerRow', examples: [examples.row] })
export type CustomerRow = z.infer<typeof customerRow>

export const customerPage = pageOf(customerRow)
  .extend({
    is_count_exact: z
      .boolean()
      .describe(
        '`false` where a search finds more than 10,000: `count` is 10,000 then, and numbers reach as far.',
      ),
  })
  .meta({
    id: 'CustomerPage',
    description: 'One page of the list, how many match in all, and how to go on.',
    examples: [examples.page],
  })
export type CustomerPage = z.infer<typeof customerPage>

const orderings = customerOrderings.flatMap((column) => [column, `-${column}`] as const)

export const customerListQuery = z
  .object({
    search: text(200).describe(
      'Any part of name, email or phone; every word must match; accents, letter case and phone punctuation do not matter.',
    ),
    is_active: unlessEmpty(flag()),
    is_verified: unlessEmpty(flag()),
    is_staff: unlessEmpty(flag()),
    city: text(100).describe('The whole name; accents and letter case do not matter.'),
    date_joined_after: unlessEmpty(date()).describe('On this day or later (UTC).'),
    date_joined_before: unlessEmpty(date()).describe('On this day or earlier (UTC).'),
    ordering: unlessEmpty(choice(orderings as [(typeof orderings)[number], ...typeof orderings])).describe(
      'Newest first unless given.',
    ),
    trashed: unlessEmpty(flag()).describe('`true` shows the trash instead.'),
    page: text(20).describe(
      'A whole number from 1, or `last`; 1 unless given. A page that is not there is 404, and so is what is no page, such as `0`, `-1` or `abc`. Has no effect beside `cursor`.',
    ),
    page_size: text(20).describe(
      'How many a page holds: a whole number from 1 to 200, 20 unless given. A larger one counts as 200; what is no such number, such as `0`, `-1` or `abc`, as 20.',
    ),
    cursor: text(8_000).describe('The `next_cursor` of the page before; empty for the first.'),
  })
  .partial()
export type CustomerListQuery = z.infer<typeof customerListQuery>

export const customerDetail = profile
  .extend({
    is_active: z.boolean(),
    role: z.enum(roles).nullable().describe('The staff role, if any.'),
    trashed_at: timestamp().nullable(),
  })
  .meta({
    id: 'Customer',
    description: 'The customer as staff sees them now, with role and state.',
    examples: [examples.detail],
  })
export type CustomerDetail = z.infer<typeof customerDetail>

export const newCustomer = z
  .object({ email: email(), first_name: requiredLine(150) })
  .extend(allOptional({ last_name: line(150), ...profileFields }).shape)
  .meta({
    id: 'NewCustomer',
    examples: [
      { email: 'tigist@example.com', first_name: 'Tigist', last_name: 'Bekele Alemu', city: 'Toronto' },
    ],
  })
export type NewCustomer = z.infer<typeof newCustomer>

export const customerChanges = allOptional({
  email: email(),
  ...names,
  ...profileFields,
  is_active: flag().describe('`false` ends the sessions and refuses new ones.'),
  is_verified: flag(),
}).meta({ id: 'CustomerChanges', examples: [{ city: 'Brampton', is_active: true }] })
export type CustomerChanges = z.infer<typeof customerChanges>

export const customerDetailQuery = z
  .object({ trashed: unlessEmpty(flag()).describe('`true` finds one in the trash, and only there.') })
  .partial()

export const customerParams = z.object({ id: id() })
