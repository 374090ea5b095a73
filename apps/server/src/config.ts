import { existsSync, readFileSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import {
  flag,
  hosts,
  networks,
  oneOf,
  origin,
  origins,
  port,
  rate,
  storageUrl,
  wholeNumber,
  windows,
} from './config.fields.ts'
import { productionFaults } from './config.production.ts'
import { unknownNames } from './config.unknown-names.ts'

/** The only file that reads the environment. Everything else is handed the part of `Config` that it needs. */

/** Every setting: its default, in the spelling of the environment, and what it may be. */
export const settings = {
  NODE_ENV: oneOf('development', 'production', 'test').default('development'),
  DEBUG: flag.default(false),
  SECRET_KEY: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8000),
  PUBLIC_URL: origin.optional(),
  ALLOWED_HOSTS: hosts.optional(),
  CORS_ALLOWED_ORIGINS: origins.default([]),
  TRUSTED_PROXIES: networks.default([]),
  DATA_DIR: z.string().min(1).default('.data'),
  STORAGE_URL: storageUrl.optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'say postgres://user:password@host:5432/name' })
    .optional(),
  DB_HOST: z.string().optional(),
  DB_PORT: port.default(5432),
  DB_NAME: z.string().default('crm'),
  DB_USER: z.string().default('crm'),
  DB_PASSWORD: z.string().default(''),
  DB_POOL_SIZE: wholeNumber(2, 200).default(10),
  WEB_CONCURRENCY: wholeNumber(1, 64).default(1),
  METRICS_PORT: port.optional(),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent').default('info'),
  OWNER_EMAIL: z.email({ error: 'say an email address' }).optional(),
  OWNER_PASSWORD: z.string().optional(),
  EMAIL_BACKEND: oneOf('console', 'smtp').default('console'),
  EMAIL_HOST: z.string().default('localhost'),
  EMAIL_PORT: port.default(587),
  EMAIL_USE_TLS: flag.default(true),
  EMAIL_HOST_USER: z.string().default(''),
  EMAIL_HOST_PASSWORD: z.string().default(''),
  DEFAULT_FROM_EMAIL: z.string().default('Afro-Caribbean Store <no-reply@localhost>'),
  THROTTLE_ANON: rate.default({ limit: 100, windowMs: windows.hour }),
  THROTTLE_USER: rate.default({ limit: 1_000, windowMs: windows.hour }),
  THROTTLE_STAFF: rate.default({ limit: 10_000, windowMs: windows.hour }),
  THROTTLE_LOGIN: rate.default({ limit: 10, windowMs: windows.hour }),
  THROTTLE_REGISTER: rate.default({ limit: 5, windowMs: windows.hour }),
}

const schema = z.object(settings)
export type Settings = z.output<typeof schema>
export type Environment = Record<string, string | undefined>

/** The settings with what follows from them; secrets stand apart so that nobody logs them by accident. */
export type Config = Omit<Settings, (typeof secretNames)[number]> & {
  PUBLIC_URL: string
  ALLOWED_HOSTS: string[]
  isProduction: boolean
  secrets: Pick<Settings, (typeof secretNames)[number]>
}

const secretNames = [
  'SECRET_KEY',
  'DATABASE_URL',
  'DB_PASSWORD',
  'OWNER_PASSWORD',
  'EMAIL_HOST_PASSWORD',
] as const

/** Names every setting that is missing, wrong or in contradiction, all at once. */
export class ConfigError extends Error {
  readonly faults: string[]

  constructor(faults: string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/**
 * Reads the settings, from the environment and a file `.env` beside it, or throws a `ConfigError`. `warn` is told of
 * each name in the file that no setting has; the environment holds names of others by nature.
 */
export function loadConfig(warn: (line: string) => void = () => {}): Config {
  if (existsSync('.env')) {
    const names = Object.keys(parseEnv(readFileSync('.env', 'utf8')))
    for (const line of unknownNames(names, Object.keys(settings))) warn(`.env: ${line}`)
    loadEnvFile('.env')
  }
  return parseConfig(process.env)
}

export function parseConfig(environment: Environment): Config {
  // An empty value in a file or a compose template means "not set".
  const given = Object.fromEntries(
    Object.keys(settings).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const parsed = schema.safeParse(given)
  const faults = parsed.success ? contradictions(parsed.data) : parsed.error.issues.map(faultOf)
  if (given.NODE_ENV === 'production') faults.push(...productionFaults(given))
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults)
  return complete(parsed.data)
}

const faultOf = (issue: z.core.$ZodIssue) => `${issue.path.join('.')}: ${issue.message}`

/** Of its hundred, what background work and commands leave. */
const embeddedConnections = 70

function contradictions(settings: Settings): string[] {
  const faults: string[] = []
  if (settings.DATABASE_URL && settings.DB_HOST)
    faults.push('DATABASE_URL, DB_HOST: both are set; keep the one that is meant')
  if (Boolean(settings.OWNER_EMAIL) !== Boolean(settings.OWNER_PASSWORD))
    faults.push('OWNER_EMAIL, OWNER_PASSWORD: set both or neither')
  if (Boolean(settings.EMAIL_HOST_USER) !== Boolean(settings.EMAIL_HOST_PASSWORD))
    faults.push('EMAIL_HOST_USER, EMAIL_HOST_PASSWORD: set both or neither')
  const isEmbedded = !settings.DATABASE_URL && !settings.DB_HOST
  if (isEmbedded && settings.WEB_CONCURRENCY * settings.DB_POOL_SIZE > embeddedConnections)
    faults.push(
      `WEB_CONCURRENCY, DB_POOL_SIZE: the embedded database has room for ${embeddedConnections} connections of theirs`,
    )
  return faults
}

function complete(settings: Settings): Config {
  const PUBLIC_URL = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  const { SECRET_KEY, DATABASE_URL, DB_PASSWORD, OWNER_PASSWORD, EMAIL_HOST_PASSWORD, ...open } = settings
  return {
    ...open,
    PUBLIC_URL,
    ALLOWED_HOSTS: settings.ALLOWED_HOSTS ?? [
      'localhost',
      '127.0.0.1',
      '[::1]',
      new URL(PUBLIC_URL).hostname,
    ],
    isProduction: settings.NODE_ENV === 'production',
    secrets: { SECRET_KEY, DATABASE_URL, DB_PASSWORD, OWNER_PASSWORD, EMAIL_HOST_PASSWORD },
  }
}

/** The address of the database that the settings name; undefined means the embedded one. */
export function databaseUrl({ DB_HOST, DB_PORT, DB_NAME, DB_USER, secrets }: Config): string | undefined {
  if (secrets.DATABASE_URL) return secrets.DATABASE_URL
  if (!DB_HOST) return undefined
  const url = new URL(`postgres://host/${encodeURIComponent(DB_NAME)}`)
  url.hostname = DB_HOST
  url.port = String(DB_PORT)
  url.username = encodeURIComponent(DB_USER)
  url.password = encodeURIComponent(secrets.DB_PASSWORD)
  return url.href
}
