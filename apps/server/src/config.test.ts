import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseEnv } from 'node:util'
import fastify from 'fastify'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { ConfigError, databaseUrl, type Environment, loadConfig, parseConfig, settings } from './config.ts'

function faultsOf(environment: Environment): string[] {
  try {
    parseConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('works', () => {
  test('nothing has to be set, and empty means not set', () => {
    expect(parseConfig({})).toEqual(parseConfig({ PORT: '', DATABASE_URL: '', SECRET_KEY: '' }))
    expect(parseConfig({})).toMatchObject({
      PORT: 8_000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:8000',
    })
  })

  test.each([
    ['100/hour', { limit: 100, windowMs: 3_600_000 }],
    ['1/second', { limit: 1, windowMs: 1_000 }],
    ['7/day', { limit: 7, windowMs: 86_400_000 }],
    ['off', null],
  ])('a rate of %s', (THROTTLE_ANON, rate) => {
    expect(parseConfig({ THROTTLE_ANON }).THROTTLE_ANON).toEqual(rate)
  })

  test.each([
    ['true', true],
    ['True', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])('DEBUG=%s', (DEBUG, isOn) => {
    expect(parseConfig({ DEBUG }).DEBUG).toBe(isOn)
  })

  test('the host of the public address is answered without being listed', () => {
    expect(parseConfig({ PUBLIC_URL: 'https://crm.store.example/' }).ALLOWED_HOSTS).toContain(
      'crm.store.example',
    )
    expect(parseConfig({ PUBLIC_URL: 'https://crm.store.example/' }).PUBLIC_URL).toBe(
      'https://crm.store.example',
    )
  })

  test('host names are compared in small letters, however they are spelled', () => {
    const ALLOWED_HOSTS = 'CRM.Store.example, .store.example,crm_web,10.0.0.7,[::1],*'
    expect(parseConfig({ ALLOWED_HOSTS }).ALLOWED_HOSTS).toEqual([
      'crm.store.example',
      '.store.example',
      'crm_web',
      '10.0.0.7',
      '[::1]',
      '*',
    ])
  })

  test.each(['10.0.0.7', '10.0.0.0/8', '::1, fd00::/8', '::ffff:10.0.0.7', '10.0.0.7/32', 'loopback'])(
    'the server takes TRUSTED_PROXIES=%s too',
    async (TRUSTED_PROXIES) => {
      await fastify({ trustProxy: parseConfig({ TRUSTED_PROXIES }).TRUSTED_PROXIES }).close()
    },
  )

  test('the parts of an address of a database survive any password', () => {
    const url = databaseUrl(parseConfig({ DB_HOST: 'db', DB_PASSWORD: 'p@ss/w:rd?#%', DB_NAME: 'my crm' }))
    expect(decodeURIComponent(new URL(String(url)).password)).toBe('p@ss/w:rd?#%')
    expect(decodeURIComponent(new URL(String(url)).pathname)).toBe('/my crm')
    expect(databaseUrl(parseConfig({}))).toBeUndefined()
  })

  test('secrets stand apart from what may be logged', () => {
    const secret = 'a-secret-of-this-test'
    const { secrets, ...open } = parseConfig({
      SECRET_KEY: secret,
      DATABASE_URL: `postgres://crm:${secret}@db/crm`,
      OWNER_EMAIL: 'owner@example.com',
      OWNER_PASSWORD: secret,
      EMAIL_HOST_USER: 'crm',
      EMAIL_HOST_PASSWORD: secret,
      DB_PASSWORD: secret,
    })
    expect(JSON.stringify(open)).not.toContain(secret)
    expect(Object.keys(secrets)).toHaveLength(5)
  })
})

describe('refuses', () => {
  const contradictions: [Environment, string][] = [
    [{ DATABASE_URL: 'postgres://crm:x@db/crm', DB_HOST: 'db' }, 'DATABASE_URL, DB_HOST'],
    [{ OWNER_EMAIL: 'owner@example.com' }, 'OWNER_EMAIL, OWNER_PASSWORD'],
    [{ OWNER_PASSWORD: 'only the password' }, 'OWNER_EMAIL, OWNER_PASSWORD'],
    [{ EMAIL_HOST_USER: 'crm' }, 'EMAIL_HOST_USER, EMAIL_HOST_PASSWORD'],
    [{ EMAIL_HOST_PASSWORD: 'only the password' }, 'EMAIL_HOST_USER, EMAIL_HOST_PASSWORD'],
    [{ WEB_CONCURRENCY: '8', DB_POOL_SIZE: '20' }, 'WEB_CONCURRENCY, DB_POOL_SIZE'],
  ]
  test.each(contradictions)('%j', (environment, names) => {
    expect(faultsOf(environment)).toEqual([expect.stringMatching(new RegExp(`^${names}: `))])
  })

  const wrong: [keyof typeof settings, string][] = [
    ['NODE_ENV', 'staging'],
    ['DEBUG', 'maybe'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PUBLIC_URL', 'crm.store.example'],
    ['PUBLIC_URL', 'ftp://crm.store.example'],
    ['ALLOWED_HOSTS', 'http://shop.example'],
    ['ALLOWED_HOSTS', 'shop.example:8000'],
    ['ALLOWED_HOSTS', 'shop.example/crm'],
    ['ALLOWED_HOSTS', '*.shop.example'],
    ['CORS_ALLOWED_ORIGINS', 'https://shop.example.com/path'],
    ['TRUSTED_PROXIES', 'abc'],
    ['TRUSTED_PROXIES', '10.0.0.7,proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/0'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['TRUSTED_PROXIES', '10.0.0.256'],
    ['DATABASE_URL', 'mysql://db/crm'],
    ['STORAGE_URL', '/var/pictures'],
    ['STORAGE_URL', 's3://'],
    ['STORAGE_URL', 's3://key:secret@bucket/crm'],
    ['STORAGE_URL', 's3://bucket/crm?regoin=ca-central-1'],
    ['STORAGE_URL', 's3://bucket?endpoint=ftp://files.example'],
    ['DB_POOL_SIZE', '1'],
    ['WEB_CONCURRENCY', '0'],
    ['LOG_LEVEL', 'loud'],
    ['EMAIL_BACKEND', 'pigeon'],
    ['THROTTLE_ANON', '100'],
    ['THROTTLE_ANON', '0/hour'],
    ['THROTTLE_ANON', '100/fortnight'],
  ]
  test.each(wrong)('%s=%s', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: `))])
  })

  test.each([
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: say fatal, error, warn, info, debug or silent'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV: say development, production or test'],
    [{ EMAIL_BACKEND: 'pigeon' }, 'EMAIL_BACKEND: say console or smtp'],
  ])('%j, and says which words there are', (environment, fault) => {
    expect(faultsOf(environment)).toEqual([fault])
  })

  test('a secret key that production does not take, and says how to make one', () => {
    for (const SECRET_KEY of ['', 'change-me', 'Jb8vXo2qZ0pTnW6yK4', 'ab'.repeat(20)])
      expect(faultsOf({ NODE_ENV: 'production', SECRET_KEY })).toContainEqual(
        expect.stringMatching(/^SECRET_KEY: .*; make one with: openssl rand -base64 48$/),
      )
  })

  test('all faults are told at once', () => {
    expect(faultsOf({ PORT: 'x', DEBUG: 'x', LOG_LEVEL: 'x' })).toHaveLength(3)
  })
})

describe('a file .env', () => {
  /** What reading the settings warns of, in a folder with this file. */
  function warningsOf(file: string): string[] {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'crm-settings-'))
    const [home, before] = [process.cwd(), Object.keys(process.env)]
    onTestFinished(() => {
      process.chdir(home)
      for (const name of Object.keys(process.env)) if (!before.includes(name)) delete process.env[name]
      rmSync(folder, { recursive: true, force: true })
    })
    process.chdir(folder)
    writeFileSync('.env', file)
    const warnings: string[] = []
    loadConfig((line) => warnings.push(line))
    return warnings
  }

  test('is read, and a name in it that no setting has is named with the one that was meant', () => {
    const file = 'SECRT_KEY=x\nport=8001\nALLOWED_HOST=localhost\nLOG_LEVEL=warn\n# PROT=1\nQUITE_ELSE=1\n'
    expect(warningsOf(file).toSorted()).toEqual([
      '.env: ALLOWED_HOST is no setting; did you mean ALLOWED_HOSTS?',
      '.env: QUITE_ELSE is no setting',
      '.env: SECRT_KEY is no setting; did you mean SECRET_KEY?',
      '.env: port is no setting; did you mean PORT?',
    ])
  })

  test('names of the environment are the business of others', () => {
    vi.stubEnv('SECRT_KEY', 'set by somebody else')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(warningsOf('PORT=8001\n')).toEqual([])
  })
})

describe('.env.example', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../.env.example'), 'utf8')
  const given = parseEnv(text)

  test('names every setting, once, and nothing else', () => {
    const names = [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
    expect(names.toSorted()).toEqual(Object.keys(settings).toSorted())
  })

  test('says the defaults: with it the server starts as without it', () => {
    expect(parseConfig(given)).toEqual(parseConfig({}))
  })

  test('leaves open what follows from another setting', () => {
    for (const change of [{ PORT: '8001' }, { PUBLIC_URL: 'https://crm.store.example' }])
      expect(parseConfig({ ...given, ...change })).toEqual(parseConfig(change))
  })

  test('explains each block, and holds no secret', () => {
    for (const block of text.trim().split('\n\n')) expect(block).toMatch(/^# /)
    expect(given.SECRET_KEY).toBe('')
  })
})
