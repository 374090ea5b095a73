import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { JobName, Tokens } from '@crm/contract'
import type { InjectOptions } from 'fastify'
import { buildApp } from '../src/app.ts'
import { type Config, parseConfig } from '../src/config.ts'
import { createLimits } from '../src/limits.ts'
import {
  type AuthContext,
  createAuthenticator,
  createFactorVault,
  createPasswords,
  createTokenMaker,
  createTokenSigner,
  ensureOwner,
  type Passwords,
} from '../src/modules/auth/index.ts'
import type { App } from '../src/platform/http/server.ts'
import type { JobPayload } from '../src/platform/jobs/enqueue.ts'
import { createLogger } from '../src/platform/logging.ts'
import type { Mail, Mailer } from '../src/platform/mail/mailer.ts'
import { createMetrics } from '../src/platform/metrics.ts'
import { createDiskStorage } from '../src/platform/storage/disk-storage.ts'
import type { Storage } from '../src/platform/storage/storage.ts'
import { builtFolder } from '../src/web-app/build-web-app.ts'
import { jobHandlers } from '../src/worker.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

export const owner = { email: 'owner@example.com', password: 'Owner-Pass-2026!' }
export const password = 'SecurePass123!'
export const newEmail = () => `${randomUUID()}@example.com`

type Call = { token?: string; body?: unknown; headers?: Record<string, string>; remoteAddress?: string }

export type Answer = {
  status: number
  headers: Record<string, string>
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it expects to be there
  json: any
  text: string
  bytes: Buffer
}

export type TestApp = {
  app: App
  config: Config
  auth: AuthContext
  database: TestDatabase
  outbox: Mail[]
  storage: Storage
  /** Where files are kept, unless the test brought a storage of its own. */
  mediaFolder: string
  /** Sends a request and reads the answer. */
  call(method: string, path: string, options?: Call): Promise<Answer>
  register(fields?: Record<string, unknown>): Promise<{ id: string; email: string; tokens: Tokens }>
  /** Signs the owner in; the account is made when first asked for. */
  ownerToken(): Promise<string>
  /** Does what waits in the queue, so that the mails of an action are in `outbox`. */
  runJobs(): Promise<void>
  close(): Promise<void>
}

export type TestAppOptions = {
  settings?: Record<string, string>
  passwords?: Passwords
  /** A database that other apps use too. */
  database?: TestDatabase
  /** Serves the built pages too, those of `pagesFolder` where it is given. */
  hasPages?: boolean
  pagesFolder?: string
  storage?: Storage
}

const limitsOff = {
  THROTTLE_ANON: 'off',
  THROTTLE_USER: 'off',
  THROTTLE_STAFF: 'off',
  THROTTLE_LOGIN: 'off',
  THROTTLE_REGISTER: 'off',
}

/** The whole app over a database of its own, without a port: requests go in by `call`, mails come out in `outbox`. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase())
  const config = parseConfig({ ...limitsOff, PUBLIC_URL: 'http://localhost', ...options.settings })
  const secret = 'a secret of tests that is long enough'
  const logger = createLogger({ LOG_LEVEL: 'silent' })
  const { db } = database
  const auth: AuthContext = {
    db,
    // However busy the machine is that runs the tests, nobody who signs in is sent away.
    passwords: options.passwords ?? createPasswords({ patienceMs: 60_000 }),
    tokens: createTokenSigner(secret),
    makeToken: createTokenMaker(secret),
    vault: createFactorVault(secret),
  }
  const authenticator = createAuthenticator({
    db,
    tokens: auth.tokens,
    databaseUrl: database.url,
    onError: () => {},
  })
  const mediaFolder = mkdtempSync(path.join(os.tmpdir(), 'crm-media-'))
  const storage = options.storage ?? createDiskStorage(mediaFolder)
  const app = await buildApp({
    config,
    logger,
    metrics: createMetrics(),
    limits: createLimits(db, config).limits,
    authenticate: authenticator.authenticate,
    auth,
    ...(options.hasPages ? { webAppFolder: options.pagesFolder ?? builtFolder } : {}),
    storage,
  })
  await app.ready()

  const outbox: Mail[] = []
  const mailer: Mailer = {
    async send(mail) {
      outbox.push(mail)
    },
    close() {},
  }
  const handlers = jobHandlers({ auth, mailer, storage, publicUrl: config.PUBLIC_URL })

  let made: Promise<unknown> | undefined
  const makeOwner = () => {
    made ??= ensureOwner(auth, owner, { force: true })
    return made
  }

  const test: TestApp = {
    app,
    config,
    auth,
    database,
    outbox,
    storage,
    mediaFolder,
    async call(method, path, { token, body, headers = {}, remoteAddress } = {}) {
      const request: InjectOptions = {
        method: method as 'GET',
        url: path,
        headers: {
          host: 'localhost',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
        ...(remoteAddress ? { remoteAddress } : {}),
      }
      const answer = await app.inject(request)
      const isJson =
        answer.body !== '' && String(answer.headers['content-type']).startsWith('application/json')
      return {
        status: answer.statusCode,
        headers: answer.headers as Record<string, string>,
        json: isJson ? answer.json() : undefined,
        text: answer.body,
        bytes: answer.rawPayload,
      }
    },
    async register(fields = {}) {
      const answer = await test.call('POST', '/api/customers/register/', {
        body: {
          email: newEmail(),
          password,
          password_confirm: password,
          first_name: 'Ọlá',
          last_name: 'Adébáyọ̀',
          ...fields,
        },
      })
      if (answer.status !== 201) throw new Error(`registration answered ${answer.status}: ${answer.text}`)
      return { id: answer.json.customer.id, email: answer.json.customer.email, tokens: answer.json.tokens }
    },
    async ownerToken() {
      await makeOwner()
      const answer = await test.call('POST', '/api/customers/login/', { body: owner })
      return answer.json.tokens.access
    },
    async runJobs() {
      const { rows } = await database.pool.query<{
        id: string
        task_identifier: JobName
        payload: JobPayload
      }>(
        `select jobs.id, tasks.identifier as task_identifier, jobs.payload
         from graphile_worker._private_jobs as jobs
         join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id order by jobs.id`,
      )
      for (const { id, task_identifier, payload } of rows) {
        await handlers[task_identifier](payload)
        await database.pool.query('select graphile_worker.complete_jobs(array[$1::bigint])', [id])
      }
    },
    async close() {
      await app.close()
      await authenticator.close()
      rmSync(mediaFolder, { recursive: true, force: true })
      if (!options.passwords) await auth.passwords.close()
      if (!options.database) await database.drop()
    },
  }
  return test
}
