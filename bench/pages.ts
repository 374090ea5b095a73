import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Marks, markPages } from './rows/pages.ts'
import { startServer } from './servers/start.ts'

/** `npm run bench:pages`: Lighthouse's marks of every page, as a telephone with its usual throttling. README.md says how to read it. */
const port = 8406
const address = `http://localhost:${port}`
const owner = { email: 'owner@example.com', password: 'Owner-Pass-2026!' }

/** The portal must open fast on an old phone; the console may take its time, but keeps nobody out. */
const portalLimits: Marks = { performance: 95, accessibility: 100, 'best-practices': 100 }
const consoleLimits: Marks = { ...portalLimits, performance: 0 }

const doors = [
  '/sign-in/',
  '/register/',
  '/forgot-password/',
  '/reset-password/?token=some',
  '/verify-email/?token=some',
  '/verify-email/resend/',
]
const rooms = ['/', '/profile/', '/preferences/', '/security/']
const consoleRooms = ['/admin/customers', '/admin/customers/new', '/admin/staff', '/admin/settings']

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'crm-pages-'))
const limitsOff = {
  THROTTLE_ANON: 'off',
  THROTTLE_USER: 'off',
  THROTTLE_STAFF: 'off',
  THROTTLE_LOGIN: 'off',
}
const server = await startServer({
  file: 'apps/server/src/main.ts',
  port,
  env: {
    DATA_DIR: dataDir,
    METRICS_PORT: '9404',
    PUBLIC_URL: address,
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
    ...limitsOff,
  },
})
try {
  const somebody = { address }
  const signedIn = { address, login: owner }
  const isMet = [
    await markPages(doors, portalLimits, somebody),
    await markPages(['/admin/sign-in'], consoleLimits, somebody),
    await markPages(rooms, portalLimits, signedIn),
    await markPages([...consoleRooms, await customerPage()], consoleLimits, signedIn),
  ]
  if (isMet.includes(false)) process.exitCode = 1
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** The path of a customer's page: the owner's own, who is alone here. */
async function customerPage(): Promise<string> {
  const answer = await fetch(`${address}/api/customers/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  })
  const { customer } = (await answer.json()) as { customer: { id: string } }
  return `/admin/customers/${customer.id}`
}
