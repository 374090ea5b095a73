import path from 'node:path'
import type pg from 'pg'
import type { Config } from './config.ts'
import {
  type AuthContext,
  createFactorVault,
  createPasswords,
  createTokenMaker,
  createTokenSigner,
} from './modules/auth/index.ts'
import { createDb, type Db } from './platform/db/db.ts'
import { createPool } from './platform/db/pool.ts'
import type { Logger } from './platform/logging.ts'
import { keepingCopies } from './platform/mail/development-mailbox.ts'
import { createConsoleMailer, createSmtpMailer, type Mailer } from './platform/mail/mailer.ts'
import { createDiskStorage } from './platform/storage/disk-storage.ts'
import { createS3Storage } from './platform/storage/s3-storage.ts'
import type { Storage } from './platform/storage/storage.ts'
import { secretKey } from './secret-key.ts'

/** Makes the parts that a process is put together from. */

export const jobsAtOnce = 4

/** For answers: nothing may take long. */
export const createWebPool = (config: Config, url: string, logger: Logger): pg.Pool =>
  createPool({
    url,
    size: config.DB_POOL_SIZE,
    statementTimeoutMs: 3_000,
    name: 'crm web',
    onError: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  })

/** For what happens in the background: short statements too, so that a cut network is noticed in seconds. */
export const createJobPool = (url: string, logger: Logger): pg.Pool =>
  createPool({
    url,
    size: jobsAtOnce * 2,
    statementTimeoutMs: 5_000,
    name: 'crm worker',
    onError: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  })

/** For the job queue alone: one for each job that runs, one that listens and one for heartbeats. */
export const createQueuePool = (url: string, logger: Logger): pg.Pool =>
  createPool({
    url,
    size: jobsAtOnce + 2,
    statementTimeoutMs: 5_000,
    name: 'crm queue',
    onError: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  })

/** For schedules and commands: a minute for a statement. */
export const createWorkPool = (url: string, logger: Logger): pg.Pool =>
  createPool({
    url,
    size: 4,
    statementTimeoutMs: 60_000,
    name: 'crm work',
    onError: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  })

export function createAuth(config: Config, pool: pg.Pool): AuthContext {
  const secret = secretKey(config)
  return {
    db: createDb(pool),
    passwords: createPasswords(),
    tokens: createTokenSigner(secret),
    makeToken: createTokenMaker(secret),
    vault: createFactorVault(secret),
  }
}

/** The bucket that the settings name, or a folder beside the database. */
export const createStorage = ({ STORAGE_URL, DATA_DIR }: Config): Storage =>
  STORAGE_URL ? createS3Storage(STORAGE_URL) : createDiskStorage(path.resolve(DATA_DIR, 'media'))

export function createMailer(config: Config, db: Db): Mailer {
  const mailer =
    config.EMAIL_BACKEND === 'smtp'
      ? createSmtpMailer(config)
      : createConsoleMailer((text) => process.stdout.write(text))
  return config.DEBUG ? keepingCopies(mailer, db) : mailer
}
