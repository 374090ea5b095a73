import { hkdfSync } from 'node:crypto'
import { createTokenSigner } from '../../apps/server/src/modules/auth/sessions/token-signer.ts'
import type { BenchDatabase } from '../database.ts'
import { type Server, startServer } from './start.ts'

export type { Server }

/** Ours and the bare one over the same database, and ours once more without any limit. */
export type Servers = { ours: Server; raw: Server; unlimited: Server; stop(): Promise<void> }

const secret = 'the secret of a benchmark, long enough to be one'
const poolSize = '10'

export const tokens = createTokenSigner(secret)

// A window of a second for what is counted row by row: no more rows than in a real hour at ten an hour.
const huge = {
  THROTTLE_ANON: '900000000/hour',
  THROTTLE_USER: '900000000/hour',
  THROTTLE_STAFF: '900000000/hour',
  THROTTLE_LOGIN: '900000000/second',
  THROTTLE_REGISTER: '900000000/second',
}
const off = Object.fromEntries(Object.keys(huge).map((name) => [name, 'off']))

export async function startServers({ url, dataDir }: BenchDatabase, mailPort: number): Promise<Servers> {
  const settings = {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    SECRET_KEY: secret,
    DB_POOL_SIZE: poolSize,
    LOG_LEVEL: 'warn',
    EMAIL_BACKEND: 'smtp',
    EMAIL_HOST: '127.0.0.1',
    EMAIL_PORT: String(mailPort),
    EMAIL_USE_TLS: 'false',
  }
  const main = 'apps/server/src/main.ts'
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'crm access token', 32)).toString('hex')
  const ours = await startServer({ file: main, port: 8_401, env: { ...settings, ...huge } })
  const unlimited = await startServer({
    file: main,
    port: 8_402,
    env: { ...settings, ...off },
  })
  const raw = await startServer({
    file: 'bench/servers/raw.ts',
    port: 8_403,
    env: { DATABASE_URL: url, DB_POOL_SIZE: poolSize, TOKEN_KEY: key, DATA_DIR: dataDir },
  })
  const all = [ours, unlimited, raw]
  return {
    ours,
    unlimited,
    raw,
    stop: async () => void (await Promise.all(all.map((server) => server.stop()))),
  }
}
