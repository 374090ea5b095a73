import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium, flags } from '../apps/web/e2e/chromium.ts'
import { type Marks, markPages } from './rows/pages.ts'
import { startServer } from './servers/start.ts'

/** `npm run bench:pages`: Lighthouse's marks of every page, as a telephone with its usual throttling. README.md says how to read it. */
const [port, debuggingPort] = [8406, 9406]
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
]
const rooms = ['/', '/profile/', '/preferences/', '/security/']
const consoleRooms = ['/admin/customers', '/admin/customers/new', '/admin/staff', '/admin/settings']

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'crm-pages-'))
const limitsOff = { THROTTLE_ANON: 'off', THROTTLE_USER: 'off', THROTTLE_STAFF: 'off' }
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
const browser = await chromium.launchPersistentContext(path.join(dataDir, 'browser'), {
  executablePath: findChromium(),
  args: [...flags, `--remote-debugging-port=${debuggingPort}`],
})
try {
  const mark = (paths: string[], limits: Marks) => markPages(paths, limits, { address, debuggingPort })
  const isMet = [await mark(doors, portalLimits), await mark(['/admin/sign-in'], consoleLimits)]
  const customer = await signIn(await browser.newPage())
  isMet.push(await mark(rooms, portalLimits), await mark([...consoleRooms, customer], consoleLimits))
  if (isMet.includes(false)) process.exitCode = 1
} finally {
  await browser.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Signs the owner in, and answers with the path of a customer's page: the owner's own. */
async function signIn(page: Page): Promise<string> {
  await page.goto(`${address}/sign-in/`)
  await page.fill('input[name=email]', owner.email)
  await page.fill('input[name=password]', owner.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${address}/`)
  await page.goto(`${address}/admin/customers`)
  return String(await page.locator('main a[href^="/admin/customers/0"]').first().getAttribute('href'))
}
