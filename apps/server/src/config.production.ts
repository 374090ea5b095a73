/** What must not be so where real customers are: the server refuses to start and names each. */

type Given = Record<string, string | undefined>

const sampleSecrets = [
  /^change[-_ ]?me/i,
  /^django-insecure-/,
  /^your[-_ ]/i,
  /^secret/i,
  /example/i,
  /^dev/i,
  /^test/i,
]
const samplePasswords = new Set([
  '',
  'password',
  'postgres',
  'crm',
  'changeme',
  'change-me',
  'secret',
  'admin',
  'example',
])

export function productionFaults(given: Given): string[] {
  return [
    ...secretFaults(given),
    ...addressFaults(given),
    ...databaseFaults(given),
    ...mailFaults(given),
    ...(isOn(given.DEBUG) ? ['DEBUG: must be off in production'] : []),
    ...['THROTTLE_LOGIN', 'THROTTLE_REGISTER', 'THROTTLE_ANON']
      .filter((name) => given[name] === 'off')
      .map((name) => `${name}: must not be off in production`),
    ...(isSample(given.OWNER_PASSWORD) ? ['OWNER_PASSWORD: is a sample; choose one of your own'] : []),
  ]
}

const isOn = (value: string | undefined) => ['true', '1'].includes(value?.toLowerCase() ?? '')
const isSample = (value: string | undefined) =>
  value !== undefined &&
  (samplePasswords.has(value.toLowerCase()) || sampleSecrets.some((sample) => sample.test(value)))

function secretFaults({ SECRET_KEY }: Given): string[] {
  const how = 'make one with: openssl rand -base64 48'
  if (!SECRET_KEY) return [`SECRET_KEY: is missing; ${how}`]
  if (isSample(SECRET_KEY)) return [`SECRET_KEY: is a sample; ${how}`]
  if (SECRET_KEY.length < 32) return [`SECRET_KEY: is shorter than 32 characters; ${how}`]
  if (new Set(SECRET_KEY).size < 10) return [`SECRET_KEY: repeats itself; ${how}`]
  return []
}

function addressFaults({ ALLOWED_HOSTS, PUBLIC_URL, CORS_ALLOWED_ORIGINS }: Given): string[] {
  const faults: string[] = []
  if (!ALLOWED_HOSTS) faults.push('ALLOWED_HOSTS: is missing; name the hosts this server answers for')
  else if (ALLOWED_HOSTS.includes('*')) faults.push('ALLOWED_HOSTS: a wildcard lets anybody choose the host')
  if (!PUBLIC_URL) faults.push('PUBLIC_URL: is missing; links in mails begin with it')
  else if (!PUBLIC_URL.startsWith('https://'))
    faults.push('PUBLIC_URL: must begin with https:// in production')
  for (const origin of CORS_ALLOWED_ORIGINS?.split(',') ?? [])
    if (!origin.trim().startsWith('https://'))
      faults.push(`CORS_ALLOWED_ORIGINS: ${origin.trim()} must begin with https:// in production`)
  return faults
}

function databaseFaults({ DATABASE_URL, DB_HOST, DB_PASSWORD }: Given): string[] {
  if (
    DATABASE_URL &&
    URL.canParse(DATABASE_URL) &&
    isSample(decodeURIComponent(new URL(DATABASE_URL).password))
  )
    return ['DATABASE_URL: its password is missing or a sample']
  if (!DATABASE_URL && DB_HOST && isSample(DB_PASSWORD ?? '')) return ['DB_PASSWORD: is missing or a sample']
  return []
}

function mailFaults({ EMAIL_BACKEND, EMAIL_HOST, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD }: Given): string[] {
  if (EMAIL_BACKEND !== 'smtp') return ['EMAIL_BACKEND: must be smtp in production, or nobody gets mail']
  const faults: string[] = []
  if (!EMAIL_HOST) faults.push('EMAIL_HOST: is missing; name the mail server')
  if (EMAIL_HOST_USER && (!EMAIL_HOST_PASSWORD || isSample(EMAIL_HOST_PASSWORD)))
    faults.push('EMAIL_HOST_PASSWORD: is missing or a sample')
  return faults
}
