import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startServer } from './server-process.ts'

const good = {
  NODE_ENV: 'production',
  SECRET_KEY: 'Jb8vXo2qZ0pTnW6yK4mR1sD7fG3hL9cA5eU',
  PUBLIC_URL: 'https://crm.store.example',
  ALLOWED_HOSTS: 'crm.store.example',
  EMAIL_BACKEND: 'smtp',
  EMAIL_HOST: 'mail.store.example',
  EMAIL_HOST_USER: 'crm',
  EMAIL_HOST_PASSWORD: 'Kq7-Tamarind-Lane',
  THROTTLE_ANON: '100/hour',
  THROTTLE_LOGIN: '10/hour',
  THROTTLE_REGISTER: '5/hour',
}

const bad: [setting: string, change: Record<string, string>][] = [
  ['SECRET_KEY', { SECRET_KEY: '' }],
  ['SECRET_KEY', { SECRET_KEY: 'django-insecure-4f$k2l#m9q8w7e6r5t4y3u2i1o0p' }],
  ['SECRET_KEY', { SECRET_KEY: 'Jb8vXo2qZ0pTnW6yK4' }],
  ['SECRET_KEY', { SECRET_KEY: 'abababababababababababababababababababab' }],
  ['DEBUG', { DEBUG: 'True' }],
  ['ALLOWED_HOSTS', { ALLOWED_HOSTS: '*' }],
  ['ALLOWED_HOSTS', { ALLOWED_HOSTS: '' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'http://crm.store.example' }],
  ['PUBLIC_URL', { PUBLIC_URL: '' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://crm:postgres@127.0.0.1:1/crm' }],
  ['DB_PASSWORD', { DB_HOST: '127.0.0.1', DB_PORT: '1', DB_PASSWORD: 'changeme' }],
  ['EMAIL_BACKEND', { EMAIL_BACKEND: '' }],
  ['EMAIL_HOST', { EMAIL_HOST: '' }],
  ['EMAIL_HOST_PASSWORD', { EMAIL_HOST_PASSWORD: '' }],
  ['THROTTLE_LOGIN', { THROTTLE_LOGIN: 'off' }],
  ['CORS_ALLOWED_ORIGINS', { CORS_ALLOWED_ORIGINS: 'http://shop.store.example' }],
  ['OWNER_PASSWORD', { OWNER_EMAIL: 'owner@store.example', OWNER_PASSWORD: 'changeme' }],
]

test('every insecure production environment ends the start at once, and each wrong setting is named', async () => {
  const ends = await Promise.all(
    [0, 1].map(async (half) => {
      const names: string[] = []
      for (const [setting, change] of bad.filter((_, at) => at % 2 === half)) {
        const server = await startServer({ env: { ...good, ...change }, isAwaited: false })
        expect(await Promise.race([server.ended, wait(5_000, 'it runs')]), setting).toBe(1)
        expect(server.output()).toMatch(new RegExp(`^ {2}${setting}(, \\w+)?: `, 'm'))
        names.push(setting)
      }
      return names.length
    }),
  )
  expect(ends.reduce((sum, one) => sum + one)).toBe(bad.length)
}, 120_000)

test('several faults are named together', async () => {
  const server = await startServer({ env: { NODE_ENV: 'production', PORT: '99999' }, isAwaited: false })
  expect(await server.ended).toBe(1)
  for (const setting of [
    'PORT',
    'SECRET_KEY',
    'ALLOWED_HOSTS',
    'EMAIL_BACKEND',
    'PUBLIC_URL',
    'THROTTLE_LOGIN',
  ])
    expect(server.output()).toContain(`  ${setting}: `)
  expect(server.output()).not.toContain(' at ')
})
