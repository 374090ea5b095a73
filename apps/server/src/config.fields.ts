import { isIP } from 'node:net'
import { z } from 'zod'

/** What a setting may be, and the words for one that is not. */

export const flag = z.preprocess(
  (value) => (typeof value === 'string' ? value.toLowerCase() : value),
  z
    .enum(['true', 'false', '1', '0'], { error: 'say true or false' })
    .transform((word) => word === 'true' || word === '1'),
)

export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: 'say a whole number' })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error: `say a number from ${min} to ${max}` })

export const port = wholeNumber(1, 65_535)

/** One of a few words; who says another is told all of them. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)
  return z.enum(words, { error: `say ${list}` })
}

/** Words with commas between; `check` tells what is wrong with one, or undefined. */
const words = (check: (word: string) => string | undefined) =>
  z.string().transform((value, context) => {
    const list = value
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)
    for (const message of list.flatMap((word) => check(word) ?? []))
      context.addIssue({ code: 'custom', message })
    return list
  })

export const origins = words((word) =>
  URL.canParse(word) && new URL(word).origin === word
    ? undefined
    : `${word} is not an origin like https://shop.example.com`,
)

const hostName = /^(\*|\.?[a-z\d_-]+(\.[a-z\d_-]+)*|\[[\da-f:.]+\])$/

/** As requests are compared with them: in small letters. */
export const hosts = z.preprocess(
  (value) => (typeof value === 'string' ? value.toLowerCase() : value),
  words((word) =>
    hostName.test(word)
      ? undefined
      : `${word} is not a host name like shop.example.com, without scheme or port; .example.com stands for all below it`,
  ),
)

/** Where files are kept: `s3://bucket/prefix?region=…&endpoint=…`. Who may write there is said elsewhere. */
export const storageUrl = z.string().refine(isStorageUrl, {
  error:
    'say s3://bucket/prefix?region=ca-central-1, with &endpoint=https://… for a store that is not Amazon’s',
})

function isStorageUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username, password, port, searchParams } = new URL(value)
  const endpoint = searchParams.get('endpoint')
  const isKnown = [...searchParams.keys()].every((name) => ['region', 'endpoint'].includes(name))
  const isEndpoint =
    endpoint === null || (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))
  return (
    protocol === 's3:' && hostname !== '' && `${username}${password}${port}` === '' && isKnown && isEndpoint
  )
}

const namedNetworks = ['loopback', 'linklocal', 'uniquelocal']

export const networks = words((word) =>
  isNetwork(word) ? undefined : `${word} is not an address like 10.0.0.7 or a network like 10.0.0.0/8`,
)

function isNetwork(word: string): boolean {
  if (namedNetworks.includes(word)) return true
  const [address = '', length, ...rest] = word.split('/')
  const version = address.includes('%') ? 0 : isIP(address)
  if (version === 0 || rest.length > 0) return false
  if (length === undefined) return true
  return /^[1-9]\d{0,2}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128)
}

export const windows = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** How often: at most `limit` times in any `windowMs`; null is without limit. */
export type Rate = { limit: number; windowMs: number } | null

export const rate = z
  .string()
  .regex(/^(off|[1-9]\d{0,8}\/(second|minute|hour|day))$/, { error: 'say a rate like 100/hour, or off' })
  .transform((value): Rate => {
    if (value === 'off') return null
    const [limit = '', window = ''] = value.split('/')
    return { limit: Number(limit), windowMs: windows[window as keyof typeof windows] }
  })

export const origin = z
  .url({ protocol: /^https?$/, error: 'say an address like https://crm.example.com' })
  .transform((value) => new URL(value).origin)
