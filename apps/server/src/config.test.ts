import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { ConfigError, databaseUrl, type Environment, parseConfig, settings } from './config.ts'

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
    [{ CORS_ALLOWED_ORIGINS: 'https://shop.example.com/path' }, 'CORS_ALLOWED_ORIGINS'],
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
    ['DATABASE_URL', 'mysql://db/crm'],
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

  test('all faults are told at once', () => {
    expect(faultsOf({ PORT: 'x', DEBUG: 'x', LOG_LEVEL: 'x' })).toHaveLength(3)
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
    const { METRICS_PORT: _, ALLOWED_HOSTS: withIt, ...read } = parseConfig(given)
    const { METRICS_PORT: __, ALLOWED_HOSTS: without, ...defaults } = parseConfig({})
    expect(read).toEqual(defaults)
    expect(new Set(withIt)).toEqual(new Set(without))
  })

  test('explains each block, and holds no secret', () => {
    for (const block of text.trim().split('\n\n')) expect(block).toMatch(/^# /)
    expect(given.SECRET_KEY).toBe('')
  })
})
