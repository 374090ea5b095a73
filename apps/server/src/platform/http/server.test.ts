import { expect, test } from 'vitest'
import { parseConfig } from '../../config.ts'
import { unlimited } from '../limits/limiter.ts'
import { createLogger } from '../logging.ts'
import { createServer } from './server.ts'

const limits = {
  anonymous: unlimited,
  customer: unlimited,
  staff: unlimited,
  login: unlimited,
  register: unlimited,
}
const emptyServer = () =>
  createServer({
    config: parseConfig({}),
    logger: createLogger({ LOG_LEVEL: 'silent' }),
    guard: {
      limits,
      authenticate: () => {
        throw new Error('nobody is signed in')
      },
    },
  })

test('a route that does not say who may use it keeps the app from starting', async () => {
  const app = await emptyServer()
  expect(() => app.get('/secret/', async () => 'told')).toThrow(
    'GET /secret/ does not declare its permission',
  )
})

test('a route that says so is served', async () => {
  const app = await emptyServer()
  app.get('/open/', { config: { permission: 'public' } }, async () => ({ told: true }))
  const answer = await app.inject({ url: '/open/', headers: { host: 'localhost' } })
  expect(answer.json()).toEqual({ told: true })
})
